package io.hourglass.engine.timers;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationType;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.pvm.PvmScope;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;

/** A timer that is armed only when its turn among those of its wait has come. */
final class TimerInTurn extends TimerDeclarationImpl {

    private static final long serialVersionUID = 1L;

    /** Of two that are due at the same instant the one that always fires comes first. */
    private static final Comparator<Due> ORDER = Comparator.comparing(Due::at)
            .thenComparing(due -> due.timer().firesAlways, Comparator.reverseOrder())
            .thenComparing(due -> due.timer().getActivityId());

    private final transient TimerDeclarationImpl timer;
    private final transient PvmScope wait;
    private final boolean firesAlways;

    TimerInTurn(TimerDeclarationImpl timer, PvmScope wait, boolean firesAlways) {
        super(null, TimerDeclarationType.DATE, timer.getJobHandlerType());
        this.timer = timer;
        this.wait = wait;
        this.firesAlways = firesAlways;
    }

    @Override
    public String getActivityId() {
        return timer.getActivityId();
    }

    @Override
    public String getEventScopeActivityId() {
        return timer.getEventScopeActivityId();
    }

    @Override
    public String getJobDefinitionId() {
        return timer.getJobDefinitionId();
    }

    @Override
    public void updateJob(TimerEntity job) {
        timer.updateJob(job);
    }

    @Override
    public String resolveAndSetDuedate(ExecutionEntity context, TimerEntity job, boolean creationDateBased) {
        return timer.resolveAndSetDuedate(context, job, creationDateBased);
    }

    /** The engine arms every timer of a wait when it is entered: one of them does it for all, and arms the first. */
    @Override
    public @Nullable TimerEntity createTimerInstance(ExecutionEntity execution) {
        return siblings().findFirst().filter(this::equals).isPresent()
                ? next(execution, null)
                        .map(first -> first.timer().timer.createTimerInstance(execution))
                        .orElse(null)
                : null;
    }

    /** Arms the next. */
    void fired(DelegateExecution event) {
        var job = Context.getCommandContext().getCurrentJob();
        if (job != null && getActivityId().equals(job.getActivityId())) {
            var execution = job.getExecution();
            next(execution, new Due(this, job.getDuedate().toInstant()))
                    .ifPresent(next -> next.timer().timer.createTimerInstance(execution));
        }
    }

    private Optional<Due> next(ExecutionEntity execution, @Nullable Due fired) {
        var now = ClockUtil.getCurrentTime().toInstant();
        return siblings()
                .map(sibling -> sibling.due(execution))
                .filter(due -> fired == null || ORDER.compare(due, fired) > 0)
                .filter(due -> due.timer().firesAlways || due.at().isAfter(now))
                .min(ORDER);
    }

    private Stream<TimerInTurn> siblings() {
        return getDeclarationsForScope(wait).values().stream()
                .filter(TimerInTurn.class::isInstance)
                .map(TimerInTurn.class::cast);
    }

    private Due due(ExecutionEntity execution) {
        return new Due(this, OwnInstants.dueOf(timer, execution));
    }

    private record Due(TimerInTurn timer, Instant at) {}
}
