package io.hourglass.bench.measure;

/**
 * What went to a database.
 *
 * @param trips one for each execution, a batch being one
 * @param statements one for each item of a batch
 * @param nanos from sending to the answer, summed over all connections
 */
public record Counts(long trips, long statements, long writes, long selects, long nanos) {

    public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    public Counts plus(Counts other) {
        return new Counts(
                trips + other.trips,
                statements + other.statements,
                writes + other.writes,
                selects + other.selects,
                nanos + other.nanos);
    }

    public Counts minus(Counts other) {
        return new Counts(
                trips - other.trips,
                statements - other.statements,
                writes - other.writes,
                selects - other.selects,
                nanos - other.nanos);
    }
}
