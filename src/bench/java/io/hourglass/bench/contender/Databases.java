package io.hourglass.bench.contender;

import io.hourglass.bench.contender.Database.Kind;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Makes a new, empty database for each who asks; the PostgreSQL server is the benchmark's own, and as durable as any. */
public final class Databases implements AutoCloseable {

    private @Nullable EmbeddedPostgres server;
    private final List<Database> made = new ArrayList<>();

    public Database make(Kind kind) {
        var name = "bench_" + made.size();
        var database = kind == Kind.H2
                ? new Database(
                        kind,
                        "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000;QUERY_CACHE_SIZE=1000",
                        "sa")
                : onServer(name);
        made.add(database);
        return database;
    }

    @Override
    public void close() {
        made.forEach(Database::close);
        try {
            if (server != null) {
                forget(server);
                server.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The data is thrown away; to save it first would take the server longer than it is given to stop. */
    private static void forget(EmbeddedPostgres running) {
        var jdbc = new JdbcTemplate(running.getPostgresDatabase());
        jdbc.execute("alter system set fsync = off");
        jdbc.execute("select pg_reload_conf()");
        jdbc.execute("checkpoint");
    }

    private Database onServer(String name) {
        var running = server;
        if (running == null) {
            running = start();
            server = running;
        }
        new JdbcTemplate(running.getPostgresDatabase()).execute("create database " + name);
        return new Database(Kind.POSTGRESQL, running.getJdbcUrl("postgres", name), "postgres");
    }

    /** The test library turns durability off; here it is turned on again. */
    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("autovacuum_naptime", "10s")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("shared_buffers", "1GB")
                    .setServerConfig("max_wal_size", "8GB")
                    .setServerConfig("checkpoint_timeout", "30min")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
