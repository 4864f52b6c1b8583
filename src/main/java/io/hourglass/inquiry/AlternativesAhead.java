package io.hourglass.inquiry;

import io.hourglass.group.ReadAhead;
import io.hourglass.kernel.FactKind;
import io.hourglass.referral.ReferralCase;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads for many buyers who ask for alternatives at once. */
@Component
class AlternativesAhead implements ReadAhead<FactReport> {

    private final ReferralCase referrals;

    AlternativesAhead(ReferralCase referrals) {
        this.referrals = referrals;
    }

    @Override
    public void load(List<FactReport> reports) {
        var asking = reports.stream()
                .filter(report -> report.kind() == FactKind.ALTERNATIVES_REQUESTED)
                .map(FactReport::inquiry)
                .toList();
        if (!asking.isEmpty()) {
            referrals.readAhead(asking);
        }
    }
}
