package io.hourglass;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.hourglass.batch.database.FlushingJdbcTemplate;
import io.hourglass.batch.database.LockMeters;
import io.hourglass.batch.rows.WriteBatch;
import io.hourglass.kernel.time.UtcColumn;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Our own tables, migrated as the program does it, on a database without the program: for the contracts of ports. */
public final class OwnTables {

    /** When the things of the contracts happen, to the millisecond. */
    public static final Instant NOON = Instant.parse("2026-03-02T04:00:00.123Z");

    private static final String WAIT_FOR_A_LOCK = "300";
    private static final int THOUSANDS = 1000;

    private final WriteBatch rows;
    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final PlatformTransactionManager manager;
    private final TransactionTemplate transactions;

    private OwnTables(DataSource database) {
        this.rows = new WriteBatch(database);
        this.template = new FlushingJdbcTemplate(database, rows, new LockMeters(new SimpleMeterRegistry()));
        this.jdbc = JdbcClient.create(template);
        this.manager = new JdbcTransactionManager(database);
        this.transactions = new TransactionTemplate(manager);
        migrate(database, "latest");
    }

    /** @param version after whose migration it stops; {@code latest} for all */
    public static void migrate(DataSource database, String version) {
        Flyway.configure()
                .dataSource(database)
                .table("hourglass_migrations")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .target(version)
                .load()
                .migrate();
    }

    public static OwnTables onH2() {
        return OnH2.TABLES.emptied();
    }

    public static OwnTables onPostgres() {
        return OnPostgres.TABLES.withoutThousandsOfRows().emptied();
    }

    public WriteBatch rows() {
        return rows;
    }

    public JdbcTemplate template() {
        return template;
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    public PlatformTransactionManager manager() {
        return manager;
    }

    /** How the database goes about it, a line each. */
    public String planOf(String query, Object... params) {
        return planOf(jdbc, query, params);
    }

    public static String planOf(JdbcClient jdbc, String query, Object... params) {
        return String.join(
                "\n",
                jdbc.sql("explain " + query).params(params).query(String.class).list());
    }

    public <T> T inTransaction(Supplier<T> work) {
        return transactions.execute(status -> work.get());
    }

    /** While this connection holds what {@code lock} locked, another one waits for it in vain; afterwards it gets it. */
    public void assertHeldUntilTheTransactionEnds(Runnable lock) {
        transactions.executeWithoutResult(status -> {
            lock.run();
            assertThatThrownBy(() -> onAnotherConnection(lock).join())
                    .rootCause()
                    .hasMessageMatching("(?is).*(lock timeout|is locked by).*");
        });
        onAnotherConnection(lock).join();
    }

    /** While this connection holds what {@code lock} locked, another one gets something else at once. */
    public void assertFreeWhileHeld(Runnable lock, Runnable free) {
        transactions.executeWithoutResult(status -> {
            lock.run();
            onAnotherConnection(free).join();
        });
    }

    /** The suppliers to which other rows refer. */
    public void marketplaceWith(String... suppliers) {
        for (var supplier : suppliers) {
            jdbc.sql("insert into hourglass.supplier (id, first_seen_at) values (?, ?)")
                    .params(supplier, UtcColumn.of(NOON))
                    .update();
        }
    }

    public int rowsOf(String table) {
        return jdbc.sql("select count(*) from hourglass." + table)
                .query(Integer.class)
                .single();
    }

    private CompletableFuture<Void> onAnotherConnection(Runnable lock) {
        return CompletableFuture.runAsync(() -> transactions.executeWithoutResult(status -> lock.run()));
    }

    /** Of connections that stay open: to PostgreSQL each new one costs more than what a test asks of it. */
    private static DataSource pool(String address) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(address);
        return pool;
    }

    /** To delete these would ask every table that refers to them, row by row, and leave so much dead that plans differ. */
    private OwnTables withoutThousandsOfRows() {
        if (rowsOf("inquiry") > THOUSANDS) {
            jdbc.sql("truncate hourglass.inquiry, hourglass.fact cascade").update();
        }
        return this;
    }

    private OwnTables emptied() {
        CleanSlate.empty(jdbc);
        jdbc.sql("delete from hourglass.policy where kind = 'reply'").update();
        return this;
    }

    private static final class OnH2 {
        static final OwnTables TABLES =
                new OwnTables(pool("jdbc:h2:mem:own-tables;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=" + WAIT_FOR_A_LOCK));
    }

    private static final class OnPostgres {
        static final OwnTables TABLES =
                new OwnTables(pool(RealPostgres.newDatabase() + "&options=-c%20lock_timeout%3D" + WAIT_FOR_A_LOCK));
    }
}
