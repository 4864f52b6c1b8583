package io.hourglass.engine;

import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The indexes that the engine's own searches lack. Without the first, each poll for due timers reads every open one;
 * without the next two, H2 reads every variable and every subscription to find those of one execution; without the last, what is stopped is found by reading all that does not.
 */
@Component
class EngineIndexes extends AbstractCamundaConfiguration {

    private static final List<String> INDEXES = List.of(
            "create index if not exists HOURGLASS_JOB_DUE on ACT_RU_JOB (DUEDATE_)",
            "create index if not exists HOURGLASS_VARIABLE_SCOPE on ACT_RU_VARIABLE (EXECUTION_ID_, TASK_ID_)",
            "create index if not exists HOURGLASS_SUBSCRIPTION on ACT_RU_EVENT_SUBSCR (EXECUTION_ID_, EVENT_NAME_)");

    /** Of what is stopped, which is next to nothing as a rule. */
    private static final List<String> OF_STOPS = List.of(
            "create index if not exists HOURGLASS_EXECUTION_SUSPENDED on ACT_RU_EXECUTION (SUSPENSION_STATE_)",
            "create index if not exists HOURGLASS_JOB_SUSPENDED on ACT_RU_JOB (SUSPENSION_STATE_)",
            "create index if not exists HOURGLASS_JOB_RETRIES on ACT_RU_JOB (RETRIES_)");

    /** PostgreSQL need keep those rows alone in it, so that nothing is written where nothing is stopped. */
    private static final List<String> OF_STOPS_ON_POSTGRES = List.of(
            "create index if not exists HOURGLASS_EXECUTION_SUSPENDED on ACT_RU_EXECUTION (ID_) where SUSPENSION_STATE_ = 2",
            "create index if not exists HOURGLASS_JOB_SUSPENDED on ACT_RU_JOB (ID_) where SUSPENSION_STATE_ = 2",
            "create index if not exists HOURGLASS_JOB_RETRIES on ACT_RU_JOB (ID_) where RETRIES_ <= 0");

    private final DataSource dataSource;

    EngineIndexes(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    private static boolean isPostgres(JdbcTemplate jdbc) {
        return Objects.equals(
                jdbc.execute((ConnectionCallback<String>)
                        connection -> connection.getMetaData().getDatabaseProductName()),
                "PostgreSQL");
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        var jdbc = new JdbcTemplate(dataSource);
        INDEXES.forEach(jdbc::execute);
        (isPostgres(jdbc) ? OF_STOPS_ON_POSTGRES : OF_STOPS).forEach(jdbc::execute);
    }
}
