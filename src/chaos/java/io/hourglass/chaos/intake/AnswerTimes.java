package io.hourglass.chaos.intake;

import java.util.Arrays;

/** How long the answers of one kind took. */
final class AnswerTimes {

    private static final double NANOS_PER_MILLI = 1e6;

    private long[] nanos = new long[1024];
    private int count;

    synchronized void add(long taken) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = taken;
    }

    /** For people. */
    synchronized String inWords() {
        var sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return String.format(
                "%,d, p50 %.0f, p99 %.0f, max %.0f ms", count, at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1));
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1] / NANOS_PER_MILLI;
    }
}
