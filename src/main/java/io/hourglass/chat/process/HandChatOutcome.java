package io.hourglass.chat.process;

import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.steps.ConsultationProgress;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

@Component
class HandChatOutcome implements ExecutionListener {

    private final ConsultationProgress progress;

    HandChatOutcome(ConsultationProgress progress) {
        this.progress = progress;
    }

    @Override
    public void notify(DelegateExecution execution) {
        progress.handOutcome(new ConsultationId(execution.getProcessBusinessKey()), execution.getCurrentActivityName());
    }
}
