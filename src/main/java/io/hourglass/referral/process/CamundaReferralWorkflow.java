package io.hourglass.referral.process;

import io.hourglass.batch.processes.LivingProcesses;
import io.hourglass.batch.processes.LivingProcesses.Wait;
import io.hourglass.batch.processes.ProcessCalls;
import io.hourglass.bpmn.ReferralNodes;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.referral.ReferralWorkflow;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Repository;

/** {@code referral.bpmn}; the business key is the id of the inquiry that was not served. */
@Repository
class CamundaReferralWorkflow implements ReferralWorkflow {

    /** The reconciler looks at an inquiry and its referral together. */
    private static final String CALLER = "inquiry";

    private final RuntimeService runtime;
    private final LivingProcesses processes;
    private final ProcessCalls calls;

    CamundaReferralWorkflow(RuntimeService runtime, LivingProcesses processes, ProcessCalls calls) {
        this.runtime = runtime;
        this.processes = processes;
        this.calls = calls;
    }

    @Override
    public boolean picked(InquiryId inquiry) {
        return wake(inquiry, true);
    }

    @Override
    public boolean declined(InquiryId inquiry) {
        return wake(inquiry, false);
    }

    private boolean wake(InquiryId inquiry, boolean picked) {
        return processes
                .waitingAt(ReferralNodes.AWAIT_BUYERS_CHOICE, inquiry.value())
                .map(wait -> wake(inquiry, wait, picked))
                .orElse(false);
    }

    private boolean wake(InquiryId inquiry, Wait wait, boolean picked) {
        if (wait.suspended()) {
            calls.leave(CALLER, inquiry.value());
            return false;
        }
        var variables = Map.<String, Object>of("picked", Variables.booleanValue(picked, true));
        return calls.tell(CALLER, inquiry.value(), () -> runtime.signal(wait.id(), null, null, variables));
    }
}
