package io.hourglass.lab.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** Draws from a list, each with its weight. */
final class Lot<T> {

    private final List<T> all;
    private final double[] upTo;

    Lot(List<T> all, ToDoubleFunction<T> weight) {
        this.all = List.copyOf(all);
        this.upTo = all.stream().mapToDouble(weight).toArray();
        Arrays.parallelPrefix(upTo, Double::sum);
    }

    T draw(Random random) {
        var found = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
        return all.get(Math.min(found < 0 ? -found - 1 : found + 1, all.size() - 1));
    }
}
