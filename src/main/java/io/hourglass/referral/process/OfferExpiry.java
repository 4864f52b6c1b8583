package io.hourglass.referral.process;

import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.referral.ReferralCase;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** When the timer of {@code referral.bpmn} is due: the referral itself says so. */
@Component
public class OfferExpiry {

    private final ReferralCase referral;

    OfferExpiry(ReferralCase referral) {
        this.referral = referral;
    }

    public Date of(DelegateExecution execution) {
        return Date.from(referral.expiresAt(new InquiryId(execution.getProcessBusinessKey())));
    }
}
