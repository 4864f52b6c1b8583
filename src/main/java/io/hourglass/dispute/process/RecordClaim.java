package io.hourglass.dispute.process;

import io.hourglass.dispute.DisputeCase;
import io.hourglass.dispute.kept.DisputeId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

@Component
class RecordClaim implements JavaDelegate {

    private final DisputeCase dispute;

    RecordClaim(DisputeCase dispute) {
        this.dispute = dispute;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var closed = dispute.recordClaim(new DisputeId(execution.getProcessBusinessKey()));
        execution.setVariable("booksClosed", Variables.booleanValue(closed, true));
    }
}
