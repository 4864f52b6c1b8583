package io.hourglass.engine;

import java.time.Instant;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Moves simulated time: the clock goes from one due timer to the next, and each fires at its own instant. */
@Component
public class DueTimers {

    private final ManagementService management;
    private final SettableClock clock;

    DueTimers(ManagementService management, SettableClock clock) {
        this.management = management;
        this.clock = clock;
    }

    /** Fires all that is due by then, what becomes due on the way included, and leaves the clock there. */
    public void advanceTo(Instant instant) {
        for (var job = next(instant); job != null; job = next(instant)) {
            var due = job.getDuedate().toInstant();
            if (due.isAfter(clock.instant())) {
                clock.set(due);
            }
            management.executeJob(job.getId());
        }
        clock.set(instant);
    }

    private @Nullable Job next(Instant until) {
        var due = management
                .createJobQuery()
                .duedateLowerThan(java.util.Date.from(until.plusMillis(1)))
                .active()
                .orderByJobDuedate()
                .asc()
                .listPage(0, 1);
        return due.isEmpty() ? null : due.get(0);
    }
}
