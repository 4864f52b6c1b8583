package io.hourglass.referral.process;

import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.referral.ReferralCase;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class ReportNoCandidate implements JavaDelegate {

    private final ReferralCase referral;

    ReportNoCandidate(ReferralCase referral) {
        this.referral = referral;
    }

    @Override
    public void execute(DelegateExecution execution) {
        referral.tellNobodyFound(new InquiryId(execution.getProcessBusinessKey()));
    }
}
