package io.hourglass.portal.help;

import io.hourglass.dispute.rules.DisputePolicy;
import io.hourglass.inquiry.policy.Policies;
import io.hourglass.inquiry.policy.ReplyPolicy;
import io.hourglass.kernel.time.SpanFormat;
import io.hourglass.kernel.time.ZonedFormat;
import io.hourglass.kernel.time.ZonedFormat.Shown;
import io.hourglass.policy.versions.PolicyVersions;
import io.hourglass.rate.standing.StandingPolicy;
import io.hourglass.referral.rules.ReferralPolicy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the policies in force say at the moment, and what they mean for an inquiry that is received now. */
@Component
class RulesInForce {

    private final Policies policies;
    private final PolicyVersions<StandingPolicy> standing;
    private final PolicyVersions<DisputePolicy> disputes;
    private final PolicyVersions<ReferralPolicy> referrals;
    private final MessageSource messages;
    private final Clock clock;

    RulesInForce(
            Policies policies,
            PolicyVersions<StandingPolicy> standing,
            PolicyVersions<DisputePolicy> disputes,
            PolicyVersions<ReferralPolicy> referrals,
            MessageSource messages,
            Clock clock) {
        this.policies = policies;
        this.standing = standing;
        this.disputes = disputes;
        this.referrals = referrals;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param offerStaysFor how long the buyer may ask for alternatives, in words */
    record Rules(ReplyPolicy reply, Example example, Counting counting, String offerStaysFor, Further further) {}

    /** The rules of standing, of disputes and of alternatives. */
    record Further(StandingPolicy standing, DisputePolicy disputes, ReferralPolicy referrals) {}

    /**
     * The clocks of an inquiry that is received now.
     *
     * @param publishedFrom the date of the first number that counts it
     * @param publishedTo the date of the last
     */
    record Example(
            Shown received,
            Shown objectUntil,
            Shown deadline,
            Shown locked,
            LocalDate publishedFrom,
            LocalDate publishedTo) {}

    Rules now(Locale locale) {
        var now = clock.instant();
        var today = policies.dayOf(now);
        var reply = policies.inForceAt(now);
        var further = new Further(
                standing.last(one -> !one.inForceFrom().isAfter(today)),
                disputes.last(one -> !one.inForceFrom().isAfter(today)),
                referrals.last(one -> !one.inForceFrom().isAfter(now)));
        return new Rules(
                reply,
                example(reply, now),
                Counting.of(reply, key -> messages.getMessage(key, null, locale)),
                SpanFormat.of(reply.offerStaysFor(), locale),
                further);
    }

    private Example example(ReplyPolicy reply, Instant now) {
        var format = new ZonedFormat(reply.zone());
        var clocks = reply.clocksFor(now);
        var days = policies.days();
        return new Example(
                format.shown(clocks.receivedAt()),
                format.shown(clocks.windowCloses()),
                format.shown(clocks.replyDeadline()),
                format.shown(clocks.booksClose()),
                days.publishedOn(clocks.day()),
                days.publishedOn(days.lastCovering(clocks.day())));
    }
}
