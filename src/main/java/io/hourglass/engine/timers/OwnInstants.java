package io.hourglass.engine.timers;

import io.hourglass.batch.processes.NotBefore;
import java.time.Instant;
import java.util.Optional;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** When a job is due by its model and the policy, and not by its row, which users of Cockpit can change. */
@Component
class OwnInstants {

    private final ObjectProvider<NotBefore> steps;

    OwnInstants(ObjectProvider<NotBefore> steps) {
        this.steps = steps;
    }

    /**
     * What the timer's expression says now.
     *
     * @param execution that waits for it
     * @param timer the id of its event
     */
    Optional<Instant> ofTimer(ExecutionEntity execution, String timer) {
        var event = execution.getProcessDefinition().findActivity(timer);
        return Optional.ofNullable(TimerDeclarationImpl.getDeclarationsForScope(event.getEventScope())
                        .get(timer))
                .map(declaration -> dueOf(declaration, execution));
    }

    static Instant dueOf(TimerDeclarationImpl timer, ExecutionEntity execution) {
        var job = new TimerEntity();
        timer.resolveAndSetDuedate(execution, job, false);
        return job.getDuedate().toInstant();
    }

    /** Of a step that is a job of its own; empty for one that may be taken at any time. */
    Optional<Instant> ofStep(ExecutionEntity execution) {
        return steps.stream()
                .filter(step ->
                        step.process().equals(execution.getProcessDefinition().getKey()))
                .filter(step -> step.step().equals(execution.getActivityId()))
                .findFirst()
                .flatMap(step -> step.instant(execution.getProcessBusinessKey()));
    }
}
