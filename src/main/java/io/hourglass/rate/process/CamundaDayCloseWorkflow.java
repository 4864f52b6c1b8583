package io.hourglass.rate.process;

import io.hourglass.batch.processes.LivingProcesses;
import io.hourglass.batch.processes.LivingProcesses.Wait;
import io.hourglass.batch.processes.ProcessCalls;
import io.hourglass.batch.processes.ProcessWatch;
import io.hourglass.bpmn.DayCloseNodes;
import io.hourglass.kernel.tracks.TrackDay;
import io.hourglass.rate.books.DayCloseWorkflow;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Repository;

/** {@code day-close.bpmn}; the business key is {@link TrackDay#key}. */
@Repository
class CamundaDayCloseWorkflow implements DayCloseWorkflow {

    private static final String PROCESS = "dayClose";

    private final RuntimeService runtime;
    private final ProcessWatch watch;
    private final LivingProcesses processes;
    private final ProcessCalls calls;

    CamundaDayCloseWorkflow(RuntimeService runtime, ProcessWatch watch, LivingProcesses processes, ProcessCalls calls) {
        this.runtime = runtime;
        this.watch = watch;
        this.processes = processes;
        this.calls = calls;
    }

    /** The close of the day before may do it, and must not fail with it. */
    @Override
    public void begin(TrackDay day, Instant booksClose) {
        if (watch.canBegin(PROCESS)) {
            calls.tell(PROCESS, day.key(), () -> runtime.createProcessInstanceByKey(PROCESS)
                    .businessKey(day.key())
                    .setVariable("booksClose", Date.from(booksClose))
                    .execute());
        } else {
            calls.leave(PROCESS, day.key());
        }
    }

    @Override
    public void earlierDaysSettled(TrackDay day) {
        processes.waitingAt(DayCloseNodes.AWAIT_EARLIER_DAYS, day.key()).ifPresent(wait -> wake(day, wait));
    }

    private void wake(TrackDay day, Wait wait) {
        if (wait.suspended()) {
            calls.leave(PROCESS, day.key());
        } else {
            calls.tell(PROCESS, day.key(), () -> runtime.messageEventReceived("EarlierDaysSettled", wait.id()));
        }
    }
}
