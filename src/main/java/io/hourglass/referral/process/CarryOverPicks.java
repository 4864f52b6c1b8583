package io.hourglass.referral.process;

import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.referral.ReferralCase;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class CarryOverPicks implements JavaDelegate {

    private final ReferralCase referral;

    CarryOverPicks(ReferralCase referral) {
        this.referral = referral;
    }

    @Override
    public void execute(DelegateExecution execution) {
        referral.carryOver(new InquiryId(execution.getProcessBusinessKey()));
    }
}
