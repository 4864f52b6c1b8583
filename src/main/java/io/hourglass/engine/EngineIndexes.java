package io.hourglass.engine;

import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The indexes that the engine's own searches lack. Without the first, each poll for due timers reads every open one;
 * without the others, H2 reads every variable and every subscription to find those of one execution.
 */
@Component
class EngineIndexes extends AbstractCamundaConfiguration {

    private static final List<String> INDEXES = List.of(
            "create index if not exists HOURGLASS_JOB_DUE on ACT_RU_JOB (DUEDATE_)",
            "create index if not exists HOURGLASS_VARIABLE_SCOPE on ACT_RU_VARIABLE (EXECUTION_ID_, TASK_ID_)",
            "create index if not exists HOURGLASS_SUBSCRIPTION on ACT_RU_EVENT_SUBSCR (EXECUTION_ID_, EVENT_NAME_)");

    private final DataSource dataSource;

    EngineIndexes(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        var jdbc = new JdbcTemplate(dataSource);
        INDEXES.forEach(jdbc::execute);
    }
}
