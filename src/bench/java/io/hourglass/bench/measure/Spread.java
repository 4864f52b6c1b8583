package io.hourglass.bench.measure;

import java.util.Arrays;
import java.util.Collection;

/** How values are spread: medians and percentiles, by the nearest rank. */
public record Spread(double p50, double p99, double max) {

    /** @throws IllegalArgumentException if there are no values */
    public static Spread of(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
        var sorted = values.clone();
        Arrays.sort(sorted);
        return new Spread(rank(sorted, 0.5), rank(sorted, 0.99), sorted[sorted.length - 1]);
    }

    public static double median(Collection<Double> values) {
        return of(values.stream().mapToDouble(Double::doubleValue).toArray()).p50();
    }

    public static Spread ofMillis(long... nanos) {
        return of(Arrays.stream(nanos).mapToDouble(each -> each / 1e6).toArray());
    }

    private static double rank(double[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
