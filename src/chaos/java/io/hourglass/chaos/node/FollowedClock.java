package io.hourglass.chaos.node;

import io.hourglass.engine.SettableClock;
import io.hourglass.kernel.time.UtcColumn;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Lets the program's clock, and with it the engine's, follow the row {@code chaos.clock}: from the clock bean's birth,
 * before anything can ask it for the time. While the database is away the last time stands.
 */
public final class FollowedClock implements BeanPostProcessor {

    /** Under which name the database knows the connection that reads the clock. */
    public static final String CONNECTION = "chaos-clock";

    private static final Logger log = LoggerFactory.getLogger(FollowedClock.class);
    private static final Duration EVERY = Duration.ofMillis(50);
    private static final Duration LONG_SILENCE = Duration.ofSeconds(2);

    private final String url;
    private long lastRead = System.nanoTime();

    FollowedClock(String url) {
        this.url = url + "&connectTimeout=2&socketTimeout=5&ApplicationName=" + CONNECTION;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof SettableClock clock) {
            follow(clock);
        }
        return bean;
    }

    private void follow(SettableClock clock) {
        while (!readOnce(clock)) {
            LockSupport.parkNanos(EVERY.toNanos());
        }
        var follower = new Thread(() -> followForever(clock), "followed-clock");
        follower.setDaemon(true);
        follower.start();
    }

    private boolean readOnce(SettableClock clock) {
        try (var connection = DriverManager.getConnection(url)) {
            clock.set(read(connection));
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private void followForever(SettableClock clock) {
        while (true) {
            try (var connection = DriverManager.getConnection(url)) {
                followOn(connection, clock);
            } catch (SQLException e) {
                log.debug("The clock stands at {}", clock.instant(), e);
                LockSupport.parkNanos(EVERY.toNanos());
            }
        }
    }

    private void followOn(Connection connection, SettableClock clock) throws SQLException {
        while (true) {
            clock.set(read(connection));
            var silence = Duration.ofNanos(System.nanoTime() - lastRead);
            lastRead = System.nanoTime();
            if (silence.compareTo(LONG_SILENCE) > 0) {
                log.warn("The clock had not been read for {} ms", silence.toMillis());
            }
            LockSupport.parkNanos(EVERY.toNanos());
        }
    }

    private static Instant read(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select now_at from chaos.clock")) {
            row.next();
            return UtcColumn.read(row, "now_at");
        }
    }
}
