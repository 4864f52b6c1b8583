package io.hourglass.bench.contender;

import io.hourglass.bench.measure.Meter;
import io.hourglass.bench.work.Happening;
import io.hourglass.bench.work.Lifecycle;
import io.hourglass.bench.work.Slice;
import java.time.Instant;
import java.util.List;

/** One who does the work. What it is told to do it does on the caller's thread, unless said otherwise. */
public interface Contender extends AutoCloseable {

    /** Hourglass and the rivals it is compared with. */
    enum Name {
        HOURGLASS("Hourglass"),
        DEFAULTS("Camunda's defaults, a transaction an event"),
        PLAIN("plain JDBC, a transaction an event"),
        GROUPS("plain JDBC, groups of 50");

        private final String title;

        Name(String title) {
            this.title = title;
        }

        @Override
        public String toString() {
            return title;
        }
    }

    Name name();

    Database database();

    Meter meter();

    /** How many call it at the same time. */
    int callers();

    /** How many events make one call. */
    int group();

    /** Before a slice begins; nothing of it has happened yet. */
    void expect(Slice slice);

    /** From here on it is that instant; nothing fires by itself. */
    void moveTo(Instant instant);

    void submit(List<Lifecycle> group);

    void record(List<Happening> group);

    /** Lets whatever is due at the present instant fire, on threads of its own, and returns when all has. */
    void fireDue();

    /** How many timers are due at the present instant. */
    long dueTimers();

    /** After {@link #fireDue}: nothing fires any more. Nobody waits for this. */
    void rest();

    /** The books of the slice's day have closed: returns when it is settled and its numbers are published. */
    void settle(Slice slice);

    /** Lets the database's statistics catch up. */
    void renewConnections();

    default PostgresCounters counters() {
        return new PostgresCounters(database());
    }

    default boolean onPostgres() {
        return database().isPostgres();
    }

    @Override
    void close();
}
