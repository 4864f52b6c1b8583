package io.hourglass.bench.contender;

import io.hourglass.bench.contender.Transactions.Work;
import io.hourglass.bench.measure.Meter;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A plain process engine. Everything is at the engine's default: full history, the default job executor, metrics on. The
 * ids are UUIDs, as the engine's Spring Boot starter has them.
 */
final class RivalEngine implements AutoCloseable {

    private final CountedPool pool;
    private final DataSource source;
    private final TransactionTemplate transactions;
    private final ProcessEngine engine;
    private final EngineTimers timers;

    RivalEngine(Database database, Meter meter, Map<Object, Object> beans, List<String> models) {
        this.pool = CountedPool.of(database, meter);
        this.source = pool.counted();
        var manager = new DataSourceTransactionManager(source);
        this.transactions = new TransactionTemplate(manager);
        var configuration = configuration(manager, beans);
        this.engine = configuration.buildProcessEngine();
        this.timers = new EngineTimers(configuration.getJobExecutor(), database, RivalEngine::setClock);
        var deployment = engine.getRepositoryService().createDeployment();
        models.forEach(deployment::addClasspathResource);
        deployment.deploy();
    }

    /** Joins the transaction that is under way, if one is. */
    void transaction(Work work) {
        transactions.executeWithoutResult(status -> {
            var connection = DataSourceUtils.getConnection(source);
            try {
                work.on(connection);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            } finally {
                DataSourceUtils.releaseConnection(connection, source);
            }
        });
    }

    RuntimeService runtime() {
        return engine.getRuntimeService();
    }

    EngineTimers timers() {
        return timers;
    }

    void renewConnections() {
        pool.renew();
    }

    @Override
    public void close() {
        engine.close();
        pool.close();
    }

    private ProcessEngineConfigurationImpl configuration(
            DataSourceTransactionManager manager, Map<Object, Object> beans) {
        var configuration = new SpringProcessEngineConfiguration();
        configuration.setProcessEngineName("rival-" + System.identityHashCode(this));
        configuration.setDataSource(source);
        configuration.setTransactionManager(manager);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setBeans(beans);
        return configuration;
    }

    private static void setClock(Instant instant) {
        ClockUtil.setCurrentTime(Date.from(instant));
    }
}
