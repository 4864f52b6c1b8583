package io.hourglass.dispute.rules;

import io.hourglass.inquiry.policy.Deadlines;
import io.hourglass.inquiry.policy.Policies;
import io.hourglass.inquiry.reading.DisputeTimes;
import io.hourglass.policy.PolicyVersions;
import io.hourglass.sla.NaturalDay;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import org.springframework.stereotype.Component;

/** Knows until when a verdict may be disputed and a dispute decided. */
@Component
public class RulesOfDispute implements DisputeTimes {

    private final PolicyVersions<DisputePolicy> versions;
    private final Policies policies;
    private final Clock clock;

    RulesOfDispute(PolicyVersions<DisputePolicy> versions, Policies policies, Clock clock) {
        this.versions = versions;
        this.policies = policies;
        this.clock = clock;
    }

    /** The start of a natural day. */
    @Override
    public Instant disputableUntil(Deadlines clocks) {
        var within = inForceOn(clocks.day()).disputeWithinDays();
        return policies.days().start(policies.dayOf(clocks.booksClose()).plusDays(within));
    }

    /** The instant at which a dispute lapses that is raised now. */
    public Instant decideBy(Deadlines clocks) {
        var within = Period.ofDays(inForceOn(clocks.day()).decideWithinDays());
        return NaturalDay.sameTimeAfter(clock.instant(), within, policies.zone());
    }

    private DisputePolicy inForceOn(LocalDate day) {
        return versions.last(policy -> !policy.inForceFrom().isAfter(day));
    }
}
