package io.hourglass.dispute.process;

import io.hourglass.dispute.DisputeCase;
import io.hourglass.dispute.kept.DisputeId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class LetDisputeLapse implements JavaDelegate {

    private final DisputeCase dispute;

    LetDisputeLapse(DisputeCase dispute) {
        this.dispute = dispute;
    }

    @Override
    public void execute(DelegateExecution execution) {
        dispute.lapse(new DisputeId(execution.getProcessBusinessKey()));
    }
}
