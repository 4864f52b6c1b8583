package io.hourglass.bench.contender;

import io.hourglass.bench.work.Slices;
import io.hourglass.sla.ReplyPolicy;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;

/** Makes Hourglass's own tables for a rival, from the same migrations, with the suppliers and the policy in them. */
final class RivalTables {

    private static final String POLICY =
            """
            insert into hourglass.policy_version (version, in_force_from, zone, reply_within, object_within,
                books_close_after_days, rate_window_days, duplicates, offer_stays_for, textless_reply_counts,
                counting_authors, author_kinds_version)
            values (1, '1970-01-01T00:00:00Z', ?, ?, ?, ?, ?, ?, ?, true, 'HUMAN', 1)""";
    private static final String SUPPLIER =
            "insert into hourglass.supplier (id, first_seen_at) values (?, '1970-01-01T00:00:00Z')";

    private RivalTables() {}

    static void make(Database database, ReplyPolicy policy, Slices slices) {
        Flyway.configure()
                .dataSource(database.directSource())
                .table("hourglass_migrations")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
        var jdbc = new JdbcTemplate(database.directSource());
        jdbc.update(
                POLICY,
                policy.zone().getId(),
                policy.replyWithin().toString(),
                policy.objectWithin().toString(),
                policy.booksCloseAfterDays(),
                policy.rateWindowDays(),
                policy.duplicates().name(),
                policy.offerStaysFor().toString());
        var suppliers = IntStream.range(0, slices.suppliers())
                .mapToObj(number -> new Object[] {slices.supplier(number).value()})
                .toList();
        jdbc.batchUpdate(SUPPLIER, suppliers);
    }
}
