package io.hourglass.inquiry.process;

import io.hourglass.inquiry.steps.CaseProgress;
import io.hourglass.kernel.ids.InquiryId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class TellBuyer implements JavaDelegate {

    private final CaseProgress progress;

    TellBuyer(CaseProgress progress) {
        this.progress = progress;
    }

    @Override
    public void execute(DelegateExecution execution) {
        progress.tellBuyer(new InquiryId(execution.getProcessBusinessKey()));
    }
}
