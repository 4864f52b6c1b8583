package io.hourglass.released;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.OwnTables;
import io.hourglass.RealPostgres;
import io.hourglass.kernel.time.UtcColumn;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@DisplayName("An upgrade gives each inquiry of then the reply deadline of the version at its receipt, in elapsed time")
class ReplyDeadlinesOfThenTest {

    private static final String BEFORE = "24";

    @Test
    @DisplayName("on H2")
    void onH2() {
        upgrades(new DriverManagerDataSource("jdbc:h2:mem:deadlines-of-then;DB_CLOSE_DELAY=-1", "sa", ""));
    }

    @Test
    @DisplayName("on PostgreSQL")
    void onPostgres() {
        upgrades(new DriverManagerDataSource(RealPostgres.newDatabase()));
    }

    private static void upgrades(DataSource database) {
        OwnTables.migrate(database, BEFORE);
        var jdbc = JdbcClient.create(database);
        version(jdbc, 1, "PT72H");
        version(jdbc, 2, "PT24H");
        version(jdbc, 3, "P3DT0.001S");
        jdbc.sql("insert into hourglass.supplier (id, first_seen_at) values ('s', ?)")
                .param(UtcColumn.of(Instant.EPOCH))
                .update();
        inquiry(jdbc, "first", 1, "2026-03-02T04:00:00.123Z");
        inquiry(jdbc, "across the clock change", 1, "2026-03-28T00:30:00Z");
        inquiry(jdbc, "second", 2, "2026-03-02T04:00:00.123Z");
        inquiry(jdbc, "third", 3, "2026-12-31T23:59:59.999Z");

        OwnTables.migrate(database, "latest");

        assertThat(jdbc.sql("select id, reply_due_at from hourglass.inquiry")
                        .query((row, number) -> Map.entry(row.getString("id"), UtcColumn.read(row, "reply_due_at")))
                        .list())
                .containsExactlyInAnyOrder(
                        Map.entry("first", Instant.parse("2026-03-05T04:00:00.123Z")),
                        Map.entry("across the clock change", Instant.parse("2026-03-31T00:30:00Z")),
                        Map.entry("second", Instant.parse("2026-03-03T04:00:00.123Z")),
                        Map.entry("third", Instant.parse("2027-01-04T00:00:00Z")));
    }

    private static void version(JdbcClient jdbc, int version, String replyWithin) {
        jdbc.sql("insert into hourglass.policy (kind, version, in_force_at, rules) values ('reply', ?, ?, ?)")
                .params(
                        version,
                        UtcColumn.of(Instant.EPOCH.plusSeconds(version)),
                        "{\"zone\":\"Europe/Berlin\",\"replyWithin\":\"" + replyWithin + "\"}")
                .update();
    }

    private static void inquiry(JdbcClient jdbc, String id, int version, String receivedAt) {
        var at = UtcColumn.of(Instant.parse(receivedAt));
        jdbc.sql(
                        """
                        insert into hourglass.inquiry (id, buyer, supplier, channel, received_at, recorded_at, received_day,
                            policy_version)
                        values (?, 'b', 's', 'WEB', ?, ?, date '2026-03-02', ?)""")
                .params(id, at, at, version)
                .update();
    }
}
