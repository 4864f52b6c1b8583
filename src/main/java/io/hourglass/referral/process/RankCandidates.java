package io.hourglass.referral.process;

import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.referral.ReferralCase;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

@Component
class RankCandidates implements JavaDelegate {

    private final ReferralCase referral;

    RankCandidates(ReferralCase referral) {
        this.referral = referral;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var anybody = referral.rank(new InquiryId(execution.getProcessBusinessKey()));
        execution.setVariable("anybody", Variables.booleanValue(anybody, true));
    }
}
