package io.hourglass.kernel.lists;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A list in parts, so that no more is held of what is read for its items than for those of one part. */
public final class Parts {

    private Parts() {}

    /**
     * One after the other, when it is asked for; none of an empty list.
     *
     * @param size of each but the last, which has what is left
     */
    public static <T> Stream<List<T>> of(List<T> all, int size) {
        return IntStream.iterate(0, from -> from < all.size(), from -> from + size)
                .mapToObj(from -> all.subList(from, Math.min(from + size, all.size())));
    }
}
