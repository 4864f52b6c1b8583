package io.hourglass.portal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Stands before the database, and lets nobody in when told so: it refuses, or it keeps people waiting. */
@TestComponent
public class DatabaseGate implements BeanPostProcessor {

    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile boolean away;
    private volatile CountDownLatch open = new CountDownLatch(0);

    public void refuse() {
        away = true;
    }

    void keepWaiting() {
        open = new CountDownLatch(1);
    }

    public void open() {
        away = false;
        open.countDown();
    }

    int waiting() {
        return waiting.get();
    }

    /** How often it has refused. */
    public int refused() {
        return refused.get();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource database ? new Gated(database) : bean;
    }

    private final class Gated extends DelegatingDataSource {

        Gated(DataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (away) {
                refused.incrementAndGet();
                throw new SQLTransientConnectionException("the database is away");
            }
            waiting.incrementAndGet();
            try {
                open.await();
            } catch (InterruptedException e) {
                throw new SQLException(e);
            } finally {
                waiting.decrementAndGet();
            }
            return super.getConnection();
        }
    }
}
