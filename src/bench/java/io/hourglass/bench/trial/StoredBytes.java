package io.hourglass.bench.trial;

/**
 * What an inquiry takes in PostgreSQL, tables and indexes, rewritten without gaps.
 *
 * @param open for each open inquiry, just after the intake
 * @param closed for each inquiry of the mix, when its day is settled; buckets and numbers are left out, as they grow with
 *     suppliers and days
 */
public record StoredBytes(double open, double closed) {

    public static StoredBytes of(Series series, int inquiries) {
        var contender = series.contender();
        var counters = contender.counters();
        var slice = series.slices().next(inquiries);
        var before = counters.compactBytes();
        var open = new long[1];
        SliceRun.of(contender, slice, contender.callers(), phase -> {
            if (phase == Phase.ANSWERS) {
                open[0] = counters.compactBytes();
            }
        });
        var closed = counters.compactBytes();
        return new StoredBytes((double) (open[0] - before) / slice.open(), (double) (closed - before) / slice.size());
    }
}
