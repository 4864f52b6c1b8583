package io.hourglass.engine;

import io.hourglass.batch.BatchSettings;
import org.camunda.bpm.engine.impl.jobexecutor.NotifyAcquisitionRejectedJobsHandler;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskExecutor;
import org.springframework.dao.support.PersistenceExceptionTranslator;

/** The clock, the engine's errors in Spring's words, and a job executor that fires in batches. */
@Configuration
class EngineConfiguration {

    @Bean(destroyMethod = "release")
    SettableClock clock() {
        return new SettableClock();
    }

    @Bean
    @ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
    BatchingJobExecutor jobExecutor(
            @Qualifier("camundaTaskExecutor") TaskExecutor threads,
            CamundaBpmProperties properties,
            BatchedTimers timers,
            BatchSettings groups) {
        var settings = properties.getJobExecution();
        var executor = new BatchingJobExecutor(timers, groups.size());
        executor.setTaskExecutor(threads);
        executor.setRejectedJobsHandler(new NotifyAcquisitionRejectedJobsHandler());
        executor.setLockTimeInMillis(settings.getLockTimeInMillis());
        executor.setMaxJobsPerAcquisition(settings.getMaxJobsPerAcquisition());
        executor.setWaitTimeInMillis(settings.getWaitTimeInMillis());
        executor.setMaxWait(settings.getMaxWait());
        executor.setBackoffTimeInMillis(settings.getBackoffTimeInMillis());
        executor.setMaxBackoff(settings.getMaxBackoff());
        return executor;
    }

    @Bean
    static PersistenceExceptionTranslator engineExceptionTranslator() {
        return new EngineExceptionTranslator();
    }
}
