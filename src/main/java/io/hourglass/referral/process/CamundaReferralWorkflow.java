package io.hourglass.referral.process;

import io.hourglass.group.LivingProcesses;
import io.hourglass.kernel.InquiryId;
import io.hourglass.referral.ReferralWorkflow;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Repository;

/** {@code referral.bpmn}; the business key is the id of the inquiry that was not served. */
@Repository
class CamundaReferralWorkflow implements ReferralWorkflow {

    private final RuntimeService runtime;
    private final LivingProcesses processes;

    CamundaReferralWorkflow(RuntimeService runtime, LivingProcesses processes) {
        this.runtime = runtime;
        this.processes = processes;
    }

    @Override
    public void picked(InquiryId inquiry) {
        wake(inquiry, true);
    }

    @Override
    public void declined(InquiryId inquiry) {
        wake(inquiry, false);
    }

    private void wake(InquiryId inquiry, boolean picked) {
        processes
                .waitingAt("AwaitBuyersChoice", inquiry.value())
                .ifPresent(wait ->
                        runtime.signal(wait, null, null, Map.of("picked", Variables.booleanValue(picked, true))));
    }
}
