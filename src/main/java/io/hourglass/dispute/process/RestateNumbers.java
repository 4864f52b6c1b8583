package io.hourglass.dispute.process;

import io.hourglass.dispute.DisputeCase;
import io.hourglass.dispute.kept.DisputeId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class RestateNumbers implements JavaDelegate {

    private final DisputeCase dispute;

    RestateNumbers(DisputeCase dispute) {
        this.dispute = dispute;
    }

    @Override
    public void execute(DelegateExecution execution) {
        dispute.restate(new DisputeId(execution.getProcessBusinessKey()));
    }
}
