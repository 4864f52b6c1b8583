package io.hourglass.engine.timers;

import io.hourglass.batch.rows.Insert;
import io.hourglass.batch.rows.WriteBatch;
import io.hourglass.kernel.time.UtcColumn;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** When timers were due and when they fired. Nothing is ever decided by it. */
@Component
class TimerRecord {

    private static final Insert FIRING = new Insert(
            3,
            """
            insert into hourglass.timer_firing (process, timer, business_key, due_at, fired_at)
            values (?, ?, ?, ?, ?)""");

    private final WriteBatch rows;
    private final TimerMeters meters;

    TimerRecord(WriteBatch rows, TimerMeters meters) {
        this.rows = rows;
        this.meters = meters;
    }

    void fired(String process, String timer, String businessKey, Instant dueAt, Instant firedAt) {
        rows.add(FIRING, process, timer, businessKey, UtcColumn.of(dueAt), UtcColumn.of(firedAt));
        meters.firesWithIt(process, Duration.between(dueAt, firedAt));
    }
}
