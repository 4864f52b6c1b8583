package io.hourglass.inquiry.process;

import io.hourglass.inquiry.policy.Deadlines;
import io.hourglass.inquiry.steps.CaseProgress;
import io.hourglass.kernel.ids.InquiryId;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** When the timers of {@code inquiry.bpmn} are due: the policy in force at receipt says so. */
@Component
public class DueInstants {

    private final CaseProgress progress;

    DueInstants(CaseProgress progress) {
        this.progress = progress;
    }

    public Date replyDeadline(DelegateExecution execution) {
        return Date.from(clocksOf(execution).replyDeadline());
    }

    public Date windowCloses(DelegateExecution execution) {
        return Date.from(clocksOf(execution).windowCloses());
    }

    public Date offerExpires(DelegateExecution execution) {
        return Date.from(clocksOf(execution).offerExpires());
    }

    private Deadlines clocksOf(DelegateExecution execution) {
        return progress.clocksOf(new InquiryId(execution.getProcessBusinessKey()));
    }
}
