package io.hourglass.chat.process;

import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.steps.ConsultationProgress;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

@Component
class JudgeConsultation implements JavaDelegate {

    private final ConsultationProgress progress;

    JudgeConsultation(ConsultationProgress progress) {
        this.progress = progress;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var outcome = progress.judge(new ConsultationId(execution.getProcessBusinessKey()));
        execution.setVariable("outcome", Variables.stringValue(outcome.name(), true));
    }
}
