package io.hourglass.replay;

import io.hourglass.access.accounts.SampleAccess;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.time.UtcColumn;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whose the database is. It becomes the sample marketplace's while nothing is in it, and is so for ever: who knows the names
 * that are publicly known may have made accounts and keys in it. See ADR 45.
 */
@Component
class SampleDatabase implements SmartLifecycle {

    private static final String DEMO = "hourglass.demo";

    private final SampleAccess access;
    private final EmptyDatabase database;
    private final Clock clock;
    private final JdbcClient jdbc;
    private boolean running;

    SampleDatabase(SampleAccess access, EmptyDatabase database, Clock clock, JdbcClient jdbc) {
        this.access = access;
        this.database = database;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** After the first policy, before the web server. */
    @Override
    public int getPhase() {
        return 1;
    }

    /** @throws InvalidInput if it is the sample's and the program is started without, or the other way round */
    @Override
    public void start() {
        if (access.isSample() && !isSample()) {
            begin();
        } else if (!access.isSample() && isSample()) {
            throw new InvalidInput(
                    DEMO,
                    false,
                    "true (--demo) on the database of a sample marketplace, in which anyone may have made accounts and"
                            + " keys. Name another with --spring.datasource.url, or delete its files");
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** The instant for which the sample is to be loaded; empty if it is loaded. */
    Optional<Instant> unfinished() {
        return jdbc.sql("select as_of from hourglass.sample_marketplace where loaded_at is null")
                .query((row, number) -> UtcColumn.read(row, "as_of"))
                .optional();
    }

    void finish() {
        jdbc.sql("update hourglass.sample_marketplace set loaded_at = ?")
                .param(UtcColumn.of(clock.instant()))
                .update();
    }

    private void begin() {
        if (!database.isEmpty()) {
            throw new InvalidInput(
                    DEMO,
                    true,
                    "false on a database that holds anything but the sample, whose names and passwords are publicly known."
                            + " Start without --demo, or name an empty database with --spring.datasource.url");
        }
        jdbc.sql("insert into hourglass.sample_marketplace (id, as_of) values (1, ?)")
                .param(UtcColumn.of(clock.instant()))
                .update();
    }

    private boolean isSample() {
        return jdbc.sql("select exists (select 1 from hourglass.sample_marketplace)")
                .query(Boolean.class)
                .single();
    }
}
