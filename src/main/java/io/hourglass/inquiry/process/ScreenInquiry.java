package io.hourglass.inquiry.process;

import io.hourglass.inquiry.pairs.Outcome;
import io.hourglass.inquiry.steps.CaseProgress;
import io.hourglass.kernel.ids.InquiryId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class ScreenInquiry implements JavaDelegate {

    private final CaseProgress progress;

    ScreenInquiry(CaseProgress progress) {
        this.progress = progress;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var outcome = progress.screen(new InquiryId(execution.getProcessBusinessKey()));
        if (outcome == Outcome.EXCLUDED) {
            execution.setVariable("outcome", Routing.by(outcome));
        }
    }
}
