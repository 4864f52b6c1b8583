package io.hourglass.batch.database;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.SqlProvider;
import org.springframework.stereotype.Component;

/** How long statements took that lock rows, waiting for them included; those that pass by what is locked are left out. */
@Component
public final class LockMeters {

    private static final Duration[] WAITS = {
        Duration.ofMillis(5),
        Duration.ofMillis(20),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private final Timer waits;

    public LockMeters(MeterRegistry meters) {
        this.waits = Timer.builder("hourglass.lock.wait")
                .description("How long statements took that lock rows")
                .serviceLevelObjectives(WAITS)
                .register(meters);
    }

    <T extends @Nullable Object> T timed(PreparedStatementCreator statement, Supplier<T> query) {
        var sql = statement instanceof SqlProvider said ? said.getSql() : null;
        return sql != null && sql.endsWith("for update") ? waits.record(query) : query.get();
    }
}
