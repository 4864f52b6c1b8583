package io.hourglass.released;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.OwnTables;
import io.hourglass.RealPostgres;
import io.hourglass.kernel.time.UtcColumn;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.SqlArrayValue;

@DisplayName("An upgrade has what there was found by its words, and nothing of those who were erased")
class TermsOfThenTest {

    private static final String BEFORE = "25";
    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");

    @Test
    @DisplayName("on H2")
    void onH2() {
        upgrades(new DriverManagerDataSource("jdbc:h2:mem:terms-of-then;DB_CLOSE_DELAY=-1", "sa", ""));
    }

    @Test
    @DisplayName("on PostgreSQL")
    void onPostgres() {
        upgrades(new DriverManagerDataSource(RealPostgres.newDatabase()));
    }

    private static void upgrades(DataSource database) {
        OwnTables.migrate(database, BEFORE);
        var jdbc = JdbcClient.create(database);
        jdbc.sql("insert into hourglass.supplier (id, name, company, first_seen_at) values ('s-1', 'Flow', '宁波泵', ?)")
                .param(UtcColumn.of(NOON))
                .update();
        inquiry(jdbc, "QP-1", "Jane", "Cooling pumps");
        inquiry(jdbc, "QP-2", "Jane", null);
        inquiry(jdbc, "QP-3", "P-s", null);
        jdbc.sql("insert into hourglass.ledger_person (id, salt) values ('P-s', null), ('Jane', 'salt')")
                .update();
        moreThanAChunk(jdbc);
        jdbc.sql(
                        """
                        insert into hourglass.dispute (id, inquiry, supplier, kind, evidence, raised_by, raised_for, raised_at,
                            decide_by, contested_verdict, state)
                        values ('D/7', 'QP-1', 's-1', 'REPLIED', 'x', 'x', 'x', ?, ?, 'UNANSWERED', 'OPEN')""")
                .params(UtcColumn.of(NOON), UtcColumn.of(NOON))
                .update();
        jdbc.sql("insert into hourglass.thread_message (message_id, inquiry) values ('m', 'QP-1'), ('m', 'QP-2')")
                .update();

        OwnTables.migrate(database, "latest");

        assertThat(terms(jdbc, "inquiry", "id like 'QP%'"))
                .isEqualTo(Map.of("QP-1", "qp 1 @jane cooling pumps", "QP-2", "qp 2 @jane", "QP-3", ""));
        assertThat(terms(jdbc, "inquiry", "id like 'more%' and terms <> 'more ' || substring(id, 6) || ' @b'"))
                .isEmpty();
        assertThat(terms(jdbc, "supplier", "true")).isEqualTo(Map.of("s-1", "s 1 flow 宁波 波泵"));
        assertThat(terms(jdbc, "dispute", "true")).isEqualTo(Map.of("D/7", "d 7"));
        assertThat(jdbc.sql("select inquiry from hourglass.thread_message where message_id = 'm' order by inquiry")
                        .query(String.class)
                        .list())
                .containsExactly("QP-1", "QP-2");
    }

    private static Map<String, String> terms(JdbcClient jdbc, String table, String which) {
        return jdbc
                .sql("select id, terms from hourglass." + table + " where " + which)
                .query((row, number) -> Map.entry(row.getString("id"), row.getString("terms")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static void inquiry(JdbcClient jdbc, String id, String buyer, @Nullable String subject) {
        jdbc.sql(
                        """
                        insert into hourglass.inquiry (id, buyer, supplier, channel, received_at, recorded_at, received_day,
                            policy_version, reply_due_at)
                        values (?, ?, 's-1', 'WEB', ?, ?, date '2026-03-02', 1, ?)""")
                .params(id, buyer, UtcColumn.of(NOON), UtcColumn.of(NOON), UtcColumn.of(NOON))
                .update();
        jdbc.sql(
                        """
                        insert into hourglass.fact (id, track, case_id, kind, channel, occurred_at, recorded_at, textless, late,
                            content_hash)
                        values (?, 'INQUIRY', ?, 'RECEIVED', 'WEB', ?, ?, false, false, 'x')""")
                .params(id, id, UtcColumn.of(NOON), UtcColumn.of(NOON))
                .update();
        if (subject != null) {
            jdbc.sql("insert into hourglass.fact_text (fact, subject) values (?, ?)")
                    .params(id, subject)
                    .update();
        }
    }

    private static void moreThanAChunk(JdbcClient jdbc) {
        var numbers = IntStream.range(0, 2001).boxed().toArray();
        jdbc.sql(
                        """
                        insert into hourglass.inquiry (id, buyer, supplier, channel, received_at, recorded_at, received_day,
                            policy_version, reply_due_at)
                        select 'more-' || n, 'b', 's-1', 'WEB', ?, ?, date '2026-03-02', 1, ?
                        from unnest(cast(? as integer array)) as t(n)""")
                .params(
                        UtcColumn.of(NOON),
                        UtcColumn.of(NOON),
                        UtcColumn.of(NOON),
                        new SqlArrayValue("integer", numbers))
                .update();
    }
}
