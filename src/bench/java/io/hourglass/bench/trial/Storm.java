package io.hourglass.bench.trial;

/**
 * Many timers come due at the same moment.
 *
 * @param timers how many were due
 */
public record Storm(int inquiries, long timers, double timersPerSecond) {

    public static Storm of(Series series, int inquiries) {
        var due = new long[1];
        var contender = series.contender();
        var result = SliceRun.of(contender, series.slices().nextStorm(inquiries), contender.callers(), phase -> {
            if (phase == Phase.DEADLINES) {
                due[0] = contender.dueTimers();
                contender.database().analyze();
            }
        });
        var nanos = result.nanos().getOrDefault(Phase.DEADLINES, 0L);
        return new Storm(inquiries, due[0], due[0] * 1e9 / nanos);
    }
}
