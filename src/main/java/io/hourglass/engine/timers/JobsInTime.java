package io.hourglass.engine.timers;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.AsyncContinuationJobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.TimerCatchIntermediateEventJobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.TimerExecuteNestedActivityJobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.TimerStartEventSubprocessJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * However a job comes to be executed, one whose own instant lies ahead is put back to it before any token moves: another
 * job takes its place, with all its tries (ADR 29).
 */
@Component
class JobsInTime extends AbstractCamundaConfiguration {

    private static final Logger log = LoggerFactory.getLogger(JobsInTime.class);

    private final OwnInstants instants;
    private final Clock clock;

    JobsInTime(OwnInstants instants, Clock clock) {
        this.instants = instants;
        this.clock = clock;
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration configuration) {
        configuration.setCustomJobHandlers(
                List.of(new AtBoundary(), new InBetween(), new OfSubprocess(), new Continued()));
    }

    /** @return whether it was; else the job is due by its own instant from here on */
    private boolean putBack(CommandContext context, ExecutionEntity execution, Instant own) {
        var job = context.getCurrentJob();
        if (own.isAfter(clock.instant())) {
            log.info(
                    "{} of process {} is due at {} and was put back to it",
                    job.getActivityId(),
                    job.getProcessInstanceId(),
                    own);
            insertAgain(job, execution, own);
            return true;
        }
        job.setDuedate(Date.from(own));
        return false;
    }

    private boolean isEarly(CommandContext context, ExecutionEntity execution, String timer) {
        return instants.ofTimer(execution, timer)
                .filter(own -> putBack(context, execution, own))
                .isPresent();
    }

    /** The engine deletes the job that was executed. */
    private static void insertAgain(JobEntity job, ExecutionEntity execution, Instant due) {
        var again = job instanceof TimerEntity ? new TimerEntity() : new MessageEntity();
        again.setJobHandlerType(job.getJobHandlerType());
        again.setJobHandlerConfigurationRaw(job.getJobHandlerConfigurationRaw());
        again.setJobDefinitionId(job.getJobDefinitionId());
        again.setProcessDefinitionId(job.getProcessDefinitionId());
        again.setProcessDefinitionKey(job.getProcessDefinitionKey());
        again.setExclusive(job.isExclusive());
        again.setSuspensionState(job.getSuspensionState());
        again.setPriority(job.getPriority());
        again.setTenantId(job.getTenantId());
        again.setRetries(Context.getProcessEngineConfiguration().getDefaultNumberOfRetries());
        again.setExecution(execution);
        again.setDuedate(Date.from(due));
        again.insert();
    }

    private final class AtBoundary extends TimerExecuteNestedActivityJobHandler {

        @Override
        public void execute(
                TimerJobConfiguration timer, ExecutionEntity execution, CommandContext context, String tenant) {
            if (!isEarly(context, execution, timer.getTimerElementKey())) {
                super.execute(timer, execution, context, tenant);
            }
        }
    }

    private final class InBetween extends TimerCatchIntermediateEventJobHandler {

        @Override
        public void execute(
                TimerJobConfiguration timer, ExecutionEntity execution, CommandContext context, String tenant) {
            if (!isEarly(context, execution, timer.getTimerElementKey())) {
                super.execute(timer, execution, context, tenant);
            }
        }
    }

    private final class OfSubprocess extends TimerStartEventSubprocessJobHandler {

        @Override
        public void execute(
                TimerJobConfiguration timer, ExecutionEntity execution, CommandContext context, String tenant) {
            if (!isEarly(context, execution, timer.getTimerElementKey())) {
                super.execute(timer, execution, context, tenant);
            }
        }
    }

    private final class Continued extends AsyncContinuationJobHandler {

        @Override
        public void execute(
                AsyncContinuationConfiguration step, ExecutionEntity execution, CommandContext context, String tenant) {
            var early = instants.ofStep(execution).filter(own -> putBack(context, execution, own));
            if (early.isEmpty()) {
                super.execute(step, execution, context, tenant);
            }
        }
    }
}
