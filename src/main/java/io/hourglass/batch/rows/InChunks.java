package io.hourglass.batch.rows;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Asks for many keys a part at a time: H2 takes no more than 65,536 elements in an array. */
public final class InChunks {

    private static final int CHUNK = 10_000;

    private InChunks() {}

    public static <K, I, V> Map<I, V> find(
            Collection<K> keys, Function<? super List<K>, ? extends Map<? extends I, V>> query) {
        var all = List.copyOf(keys);
        var found = new HashMap<I, V>();
        for (var from = 0; from < all.size(); from += CHUNK) {
            found.putAll(query.apply(all.subList(from, Math.min(all.size(), from + CHUNK))));
        }
        return found;
    }
}
