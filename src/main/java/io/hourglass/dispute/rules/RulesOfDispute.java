package io.hourglass.dispute.rules;

import io.hourglass.inquiry.policy.Deadlines;
import io.hourglass.inquiry.policy.Policies;
import io.hourglass.inquiry.reading.DisputeTimes;
import io.hourglass.policy.versions.PolicyVersions;
import io.hourglass.sla.days.NaturalDay;
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
        return NaturalDay.sameTimeAfter(clock.instant(), Period.ofDays(decideWithinDays(clocks)), policies.zone());
    }

    /** In how many natural days a dispute is decided. */
    public int decideWithinDays(Deadlines clocks) {
        return inForceOn(clocks.day()).decideWithinDays();
    }

    private DisputePolicy inForceOn(LocalDate day) {
        return versions.last(policy -> !policy.inForceFrom().isAfter(day));
    }
}
