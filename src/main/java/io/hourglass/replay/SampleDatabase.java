package io.hourglass.replay;

import io.hourglass.kernel.BadInput;
import io.hourglass.kernel.UtcColumn;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whose the database is. It becomes the sample marketplace's while nothing is in it, and is so for ever: who knows the names
 * that everybody knows may have made accounts and keys in it. See ADR 45.
 */
@Component
class SampleDatabase {

    private static final String DEMO = "hourglass.demo";

    private final JdbcClient jdbc;

    SampleDatabase(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws BadInput if it is the sample's: a program without the sample starts on no such database */
    void checkIsNone() {
        if (isSample()) {
            throw new BadInput(
                    DEMO,
                    false,
                    "true (--demo) on the database of a sample marketplace, in which anybody may have made accounts and"
                            + " keys. Name another with --spring.datasource.url, or delete its files");
        }
    }

    /**
     * The instant for which the sample is to be loaded; empty if it is loaded.
     *
     * @param now for a sample that is begun
     * @throws BadInput if anybody has put anything else into the database
     */
    Optional<Instant> unfinished(Instant now) {
        if (!isSample()) {
            begin(now);
        }
        return jdbc.sql("select as_of from hourglass.sample_marketplace where loaded_at is null")
                .query((row, number) -> UtcColumn.read(row, "as_of"))
                .optional();
    }

    void finish(Instant now) {
        jdbc.sql("update hourglass.sample_marketplace set loaded_at = ?")
                .param(UtcColumn.of(now))
                .update();
    }

    private void begin(Instant asOf) {
        if (isUsed()) {
            throw new BadInput(
                    DEMO,
                    true,
                    "false on a database that holds anything but the sample, whose names and passwords everybody knows."
                            + " Start without --demo, or name an empty database with --spring.datasource.url");
        }
        jdbc.sql("insert into hourglass.sample_marketplace (id, as_of) values (1, ?)")
                .param(UtcColumn.of(asOf))
                .update();
    }

    private boolean isSample() {
        return exists("select 1 from hourglass.sample_marketplace");
    }

    /** What people and systems put in, and what they did: each deed is a record for the ledger. */
    private boolean isUsed() {
        return exists("select 1 from hourglass.inquiry")
                || exists("select 1 from hourglass.supplier")
                || exists("select 1 from hourglass.account")
                || exists("select 1 from hourglass.api_key")
                || exists("select 1 from hourglass.ledger_record");
    }

    private boolean exists(String query) {
        return jdbc.sql("select exists (" + query + ")").query(Boolean.class).single();
    }
}
