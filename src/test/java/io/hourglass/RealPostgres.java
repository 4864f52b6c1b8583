package io.hourglass;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** One PostgreSQL server for all tests of a JVM, started when the first asks for it; the JVM's end stops it. */
public final class RealPostgres {

    private static final AtomicInteger databases = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;

    private RealPostgres() {}

    /** The address of a new, empty database, as the user {@code postgres}. */
    public static synchronized String newDatabase() {
        var name = "hourglass_" + databases.incrementAndGet();
        var running = server();
        new JdbcTemplate(running.getPostgresDatabase()).execute("create database " + name);
        return running.getJdbcUrl("postgres", name);
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
}
