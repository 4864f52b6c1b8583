package io.hourglass.inquiry.process;

import io.hourglass.inquiry.steps.CaseProgress;
import io.hourglass.kernel.ids.InquiryId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class JudgeAtDeadline implements JavaDelegate {

    private final CaseProgress progress;

    JudgeAtDeadline(CaseProgress progress) {
        this.progress = progress;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var judged = progress.judgeAtDeadline(new InquiryId(execution.getProcessBusinessKey()));
        execution.setVariableLocal("outcome", Routing.by(judged.outcome()));
        execution.setVariableLocal("offer", Routing.by(judged.offer()));
    }
}
