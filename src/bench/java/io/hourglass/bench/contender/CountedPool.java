package io.hourglass.bench.contender;

import com.zaxxer.hikari.HikariDataSource;
import io.hourglass.bench.measure.Meter;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/** A connection pool whose traffic is counted. */
final class CountedPool implements AutoCloseable {

    /** For every contender alike. */
    static final int SIZE = 24;

    /** The pool is not fair: where many callers share it on a busy machine, one may wait longer than its default allows. */
    static final long LONGEST_WAIT = TimeUnit.MINUTES.toMillis(5);

    private static final long CLOSING = TimeUnit.SECONDS.toNanos(1);

    private final HikariDataSource pool;
    private final DataSource counted;

    CountedPool(HikariDataSource pool, Meter meter) {
        this.pool = pool;
        this.counted = ProxyDataSourceBuilder.create(pool).listener(meter).build();
    }

    /** The driver is set as it is for Hourglass. */
    static CountedPool of(Database database, Meter meter) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.user());
        pool.setMaximumPoolSize(SIZE);
        pool.setConnectionTimeout(LONGEST_WAIT);
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        return new CountedPool(pool, meter);
    }

    DataSource counted() {
        return counted;
    }

    /** Connections report to the server's statistics at the latest as they close. */
    void renew() {
        pool.getHikariPoolMXBean().softEvictConnections();
        LockSupport.parkNanos(CLOSING);
    }

    @Override
    public void close() {
        pool.close();
    }
}
