package io.hourglass.chat.process;

import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.steps.ConsultationProgress;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** When the timer of {@code chat.bpmn} is due: the policy in force on the day says so. */
@Component
public class ChatInstants {

    private final ConsultationProgress progress;

    ChatInstants(ConsultationProgress progress) {
        this.progress = progress;
    }

    public Date dayEnds(DelegateExecution execution) {
        return Date.from(progress.dayEnds(new ConsultationId(execution.getProcessBusinessKey())));
    }
}
