package io.hourglass.bench.trial;

import io.hourglass.bench.measure.Counts;
import java.util.Map;

/**
 * What one slice took. The time between phases is not counted.
 *
 * @param calls nanoseconds of each call; the phases without callers have none
 * @param walBytes 0 on a database without such a log
 */
public record SliceResult(
        int lifecycles, Map<Phase, Long> nanos, Map<Phase, long[]> calls, Counts counts, long walBytes) {

    public double lifecyclesPerSecond() {
        return lifecycles
                * 1e9
                / nanos.values().stream().mapToLong(Long::longValue).sum();
    }
}
