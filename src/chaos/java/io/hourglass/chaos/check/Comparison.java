package io.hourglass.chaos.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects what differs, and counts what was compared. */
final class Comparison {

    private final List<String> differences = new ArrayList<>();
    private int compared;

    /** Key by key, what only one of them holds included. */
    <K> Comparison ofMaps(String what, Map<K, ?> expected, Map<K, ?> actual) {
        var keys = new LinkedHashSet<K>(expected.keySet());
        keys.addAll(actual.keySet());
        keys.forEach(key -> of(what + " " + key, expected.get(key), actual.get(key)));
        return this;
    }

    Comparison of(String what, @Nullable Object expected, @Nullable Object actual) {
        compared++;
        if (!Objects.equals(expected, actual)) {
            differences.add(what + ": expected " + shown(expected) + ", but there is " + shown(actual));
        }
        return this;
    }

    int compared() {
        return compared;
    }

    List<String> differences() {
        return differences;
    }

    private static Object shown(@Nullable Object value) {
        return value == null ? "nothing" : value;
    }
}
