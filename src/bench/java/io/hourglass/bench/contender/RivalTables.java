package io.hourglass.bench.contender;

import io.hourglass.bench.work.Slices;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;

/** Makes Hourglass's own tables for a rival, from the same migrations, with the suppliers in them. */
final class RivalTables {

    private static final String SUPPLIER =
            "insert into hourglass.supplier (id, first_seen_at) values (?, '1970-01-01T00:00:00Z')";

    private RivalTables() {}

    static void make(Database database, Slices slices) {
        Flyway.configure()
                .dataSource(database.directSource())
                .table("hourglass_migrations")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
        var jdbc = new JdbcTemplate(database.directSource());
        var suppliers = IntStream.range(0, slices.suppliers())
                .mapToObj(number -> new Object[] {slices.supplier(number).value()})
                .toList();
        jdbc.batchUpdate(SUPPLIER, suppliers);
    }
}
