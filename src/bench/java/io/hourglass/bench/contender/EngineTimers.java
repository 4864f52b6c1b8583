package io.hourglass.bench.contender;

import io.hourglass.bench.measure.Patience;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;

/** An engine's own job executor under simulated time, running only while timers are to fire. */
final class EngineTimers {

    /** The engine tries a failed job again after a minute. */
    private static final Duration RETRY = Duration.ofSeconds(61);

    private static final int RETRIES = 6;

    private final JobExecutor executor;
    private final DueJobs jobs;
    private final Consumer<Instant> clock;
    private Instant now = Instant.EPOCH;

    EngineTimers(JobExecutor executor, Database database, Consumer<Instant> clock) {
        this.executor = executor;
        this.jobs = new DueJobs(database);
        this.clock = clock;
    }

    void moveTo(Instant instant) {
        now = instant;
        clock.accept(instant);
    }

    /** Until nothing is due, nor has failed and waits for its retry. */
    void fireDue() {
        executor.start();
        awaitNoneDue();
        for (var retry = 0; retry < RETRIES && !jobs.failures().isEmpty(); retry++) {
            moveTo(now.plus(RETRY));
            awaitNoneDue();
        }
        if (!jobs.failures().isEmpty()) {
            throw new IllegalStateException("jobs fail: " + jobs.failures());
        }
    }

    long due() {
        return jobs.count(now);
    }

    void rest() {
        executor.shutdown();
    }

    private void awaitNoneDue() {
        Patience.until(() -> !jobs.any(now), () -> "jobs are due, failures: " + jobs.failures());
    }
}
