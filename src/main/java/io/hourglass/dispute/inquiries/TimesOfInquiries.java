package io.hourglass.dispute.inquiries;

import io.hourglass.dispute.rules.RulesOfDispute;
import io.hourglass.inquiry.policy.Deadlines;
import io.hourglass.inquiry.policy.Policies;
import io.hourglass.inquiry.reading.DisputeTimes;
import java.time.Instant;
import org.springframework.stereotype.Component;

@Component
class TimesOfInquiries implements DisputeTimes {

    private final RulesOfDispute rules;
    private final Policies policies;

    TimesOfInquiries(RulesOfDispute rules, Policies policies) {
        this.rules = rules;
        this.policies = policies;
    }

    @Override
    public Instant disputableUntil(Deadlines clocks) {
        return rules.disputableUntil(clocks.day(), clocks.booksClose(), policies.days());
    }
}
