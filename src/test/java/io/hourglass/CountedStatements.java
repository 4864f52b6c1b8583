package io.hourglass;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;

/** What goes to the database, seen at the driver: round trips, and the statements in them. */
@TestComponent
public class CountedStatements implements BeanPostProcessor, QueryExecutionListener {

    private final List<Trip> trips = new CopyOnWriteArrayList<>();
    private volatile boolean counting;

    /** One round trip; a batch is one, with many statements. */
    public record Trip(String sql, int statements) {}

    /** What the work sent. */
    public List<Trip> during(Runnable work) {
        trips.clear();
        counting = true;
        try {
            work.run();
        } finally {
            counting = false;
        }
        return List.copyOf(trips);
    }

    public static int statementsIn(List<Trip> trips) {
        return trips.stream().mapToInt(Trip::statements).sum();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource database
                ? ProxyDataSourceBuilder.create(database).listener(this).build()
                : bean;
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        if (!counting) {
            return;
        }
        var statements = execution.isBatch() ? execution.getBatchSize() : 1;
        trips.add(new Trip(queries.get(0).getQuery().strip().replaceAll("\\s+", " "), statements));
    }
}
