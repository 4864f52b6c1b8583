package io.hourglass.portal;

import io.hourglass.access.accounts.SampleAccess;
import io.hourglass.inquiry.lists.ToldBuyers;
import io.hourglass.inquiry.lists.ToldBuyers.Message;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.referral.offers.ReferralState;
import io.hourglass.referral.offers.Referrals;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lets a newcomer look at a buyer's page. A link is a buyer's own: no other than one of the sample's is ever shown. */
@Component
class SampleBuyer {

    private static final String SAMPLE = "SAMPLE-";
    private static final Duration OFFERS = Duration.ofDays(14);
    private static final int MAX = 200;

    private final SampleAccess sample;
    private final ToldBuyers told;
    private final Referrals referrals;
    private final Clock clock;

    SampleBuyer(SampleAccess sample, ToldBuyers told, Referrals referrals, Clock clock) {
        this.sample = sample;
        this.told = told;
        this.referrals = referrals;
        this.clock = clock;
    }

    /** The token of a page with an offer; empty outside the sample marketplace, or if every offer was decided on. */
    Optional<String> buyersPage() {
        var now = clock.instant();
        return sample.isSample()
                ? told.since(now.minus(OFFERS), new PageQuery(0, MAX)).stream()
                        .filter(message -> isOfSample(message)
                                && referrals
                                        .find(message.told().inquiry().id())
                                        .filter(referral -> referral.stateAt(now) == ReferralState.OFFERED)
                                        .isPresent())
                        .map(Message::token)
                        .findFirst()
                : Optional.empty();
    }

    private static boolean isOfSample(Message message) {
        return message.told().inquiry().id().value().startsWith(SAMPLE);
    }
}
