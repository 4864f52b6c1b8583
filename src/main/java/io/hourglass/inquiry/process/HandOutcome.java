package io.hourglass.inquiry.process;

import io.hourglass.inquiry.steps.CaseProgress;
import io.hourglass.kernel.ids.InquiryId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

@Component
class HandOutcome implements ExecutionListener {

    private final CaseProgress progress;

    HandOutcome(CaseProgress progress) {
        this.progress = progress;
    }

    @Override
    public void notify(DelegateExecution execution) {
        progress.handOutcome(new InquiryId(execution.getProcessBusinessKey()), execution.getCurrentActivityName());
    }
}
