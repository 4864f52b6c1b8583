package io.hourglass.engine;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Moves simulated time: the clock goes from one due timer to the next, and each fires at its own instant. */
@Component
public class DueTimers {

    private final ManagementService management;
    private final BatchedTimers groups;
    private final JdbcClient jdbc;
    private final SettableClock clock;

    DueTimers(ManagementService management, BatchedTimers groups, JdbcClient jdbc, SettableClock clock) {
        this.management = management;
        this.groups = groups;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Fires all that is due by then, what becomes due on the way included, and leaves the clock there. */
    public void advanceTo(Instant instant) {
        fireUntil(instant);
        clock.set(instant);
    }

    /** The same, but what is due at that very instant is left for later: something else happens there first. */
    public void advanceUpTo(Instant instant) {
        fireUntil(instant.minusMillis(1));
        clock.set(instant);
    }

    private void fireUntil(Instant last) {
        for (var due = next(last); due.isPresent(); due = next(last)) {
            if (due.get().at().isAfter(clock.instant())) {
                clock.set(due.get().at());
            }
            fire(due.get().job());
        }
    }

    /** As the job executor fires it: one that is gone by then has nothing left to do, and one that fails is retried. */
    public void fire(String job) {
        List<String> following;
        try {
            following = groups.fire(List.of(job));
        } catch (RuntimeException e) {
            management.executeJob(job);
            return;
        }
        following.forEach(this::fire);
    }

    /** As the job executor fires those that are due together: all of them or none. */
    public void fire(List<String> jobs) {
        groups.fire(jobs).forEach(this::fire);
    }

    /** Straight from the engine's table, since its own query does not use the index on the due date. */
    private Optional<Due> next(Instant until) {
        return jdbc.sql("select ID_, DUEDATE_ from ACT_RU_JOB where DUEDATE_ <= ? order by DUEDATE_ limit 1")
                .param(Timestamp.from(until))
                .query((row, number) ->
                        new Due(row.getString(1), row.getTimestamp(2).toInstant()))
                .optional();
    }

    private record Due(String job, Instant at) {}
}
