package io.hourglass.engine;

import io.hourglass.kernel.UtcColumn;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When timers were due and when they fired. Nothing is ever decided by it. */
@Component
class TimerRecord {

    private final JdbcClient jdbc;

    TimerRecord(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void fired(String process, String timer, String businessKey, Instant dueAt, Instant firedAt) {
        jdbc.sql(
                        """
                        insert into hourglass.timer_firing (process, timer, business_key, due_at, fired_at)
                        values (?, ?, ?, ?, ?)""")
                .params(process, timer, businessKey, UtcColumn.of(dueAt), UtcColumn.of(firedAt))
                .update();
    }
}
