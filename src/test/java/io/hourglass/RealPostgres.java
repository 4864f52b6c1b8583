package io.hourglass;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** One PostgreSQL server for all tests, started when the first asks for it and stopped after the last. */
public final class RealPostgres implements BeforeAllCallback {

    private static final AtomicInteger databases = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;

    /** The address of a new, empty database, as the user {@code postgres}. */
    public static synchronized String newDatabase() {
        var name = "hourglass_" + databases.incrementAndGet();
        var running = server();
        new JdbcTemplate(running.getPostgresDatabase()).execute("create database " + name);
        return running.getJdbcUrl("postgres", name);
    }

    /** The tests' end closes what the root of all tests holds. */
    @Override
    public void beforeAll(ExtensionContext tests) {
        ExtensionContext.Store.CloseableResource atTheEnd = RealPostgres::stop;
        tests.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).put(RealPostgres.class, atTheEnd);
    }

    private static EmbeddedPostgres server() {
        var running = server;
        if (running == null) {
            running = start();
            server = running;
        }
        return running;
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static synchronized void stop() throws IOException {
        if (server != null) {
            server.close();
            server = null;
        }
    }
}
