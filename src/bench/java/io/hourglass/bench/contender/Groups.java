package io.hourglass.bench.contender;

import java.util.List;
import java.util.stream.IntStream;

/** Cuts a list into groups. */
public final class Groups {

    private Groups() {}

    /** In order; the last one may be smaller. */
    public static <T> List<List<T>> of(List<T> all, int size) {
        return IntStream.range(0, (all.size() + size - 1) / size)
                .mapToObj(number -> all.subList(number * size, Math.min(all.size(), (number + 1) * size)))
                .toList();
    }
}
