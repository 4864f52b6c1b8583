package io.hourglass.dispute;

import io.hourglass.audit.Action;
import io.hourglass.audit.Actions;
import io.hourglass.inquiry.DisputeTimes;
import io.hourglass.kernel.BadInput;
import io.hourglass.kernel.EffectiveDate;
import io.hourglass.sla.Clocks;
import io.hourglass.sla.NaturalDay;
import io.hourglass.sla.Policies;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Knows until when a verdict may be disputed and a dispute decided, and takes in new rules. */
@Component
public class RulesOfDispute implements DisputeTimes {

    private static final int MOST_DAYS = 366;

    private final DisputePolicies versions;
    private final Policies policies;
    private final Actions actions;
    private final Clock clock;

    RulesOfDispute(DisputePolicies versions, Policies policies, Actions actions, Clock clock) {
        this.versions = versions;
        this.policies = policies;
        this.actions = actions;
        this.clock = clock;
    }

    /** In the order of their versions. */
    public List<DisputePolicy> all() {
        return versions.all();
    }

    /** The start of a natural day. */
    @Override
    public Instant disputableUntil(Clocks clocks) {
        var zone = policies.zone();
        var within = inForceOn(clocks.day()).disputeWithinDays();
        return NaturalDay.start(NaturalDay.of(clocks.booksClose(), zone).plusDays(within), zone);
    }

    /** The instant at which a dispute lapses that is raised now. */
    Instant decideBy(Clocks clocks) {
        var within = Period.ofDays(inForceOn(clocks.day()).decideWithinDays());
        return NaturalDay.sameTimeAfter(clock.instant(), within, policies.zone());
    }

    /**
     * Sets the rules for inquiries received from a later date on.
     *
     * @throws BadInput if the date is not later than today and the last version's, or over a year ahead, or a span is not 1 to 366 days
     */
    @Transactional
    public DisputePolicy add(LocalDate inForceFrom, int disputeWithinDays, int decideWithinDays) {
        var all = versions.all();
        var last = all.get(all.size() - 1).inForceFrom();
        var today = NaturalDay.of(clock.instant(), policies.zone());
        EffectiveDate.check("inForceFrom", inForceFrom, last, today);
        checkDays("disputeWithinDays", disputeWithinDays);
        checkDays("decideWithinDays", decideWithinDays);
        var policy = new DisputePolicy(all.size() + 1, inForceFrom, disputeWithinDays, decideWithinDays);
        versions.add(policy);
        actions.note(Action.SET_THE_RULES_OF_DISPUTES, "version " + policy.version(), "in force from " + inForceFrom);
        return policy;
    }

    private static void checkDays(String field, int days) {
        if (days < 1 || days > MOST_DAYS) {
            throw new BadInput(field, days, "1 to " + MOST_DAYS);
        }
    }

    /** Before the first version's date, the first. */
    private DisputePolicy inForceOn(LocalDate day) {
        var all = versions.all();
        return all.stream()
                .filter(policy -> !policy.inForceFrom().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElseGet(() -> all.get(0));
    }
}
