package io.hourglass.referral;

import io.hourglass.audit.Action;
import io.hourglass.audit.Actions;
import io.hourglass.group.Grouped;
import io.hourglass.kernel.EffectiveDate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Knows which version of the rules is in force, and takes in new ones. */
@Component
public class RulesOfReferral {

    private final ReferralPolicies versions;
    private final Actions actions;
    private final Clock clock;

    RulesOfReferral(ReferralPolicies versions, Actions actions, Clock clock) {
        this.versions = versions;
        this.actions = actions;
        this.clock = clock;
    }

    /** In the order of their versions. */
    public List<ReferralPolicy> all() {
        return versions.all();
    }

    public ReferralPolicy inForce() {
        var now = clock.instant();
        return versions.all().stream()
                .filter(policy -> !policy.inForceFrom().isAfter(now))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException("no referral policy is in force"));
    }

    ReferralPolicy version(int version) {
        return versions.all().get(version - 1);
    }

    /** What is to be in force from a later instant on. */
    public record Draft(Instant inForceFrom, ReferralRules rules) {}

    /** @throws io.hourglass.kernel.BadInput if it does not begin after now and after the last version, or over a year ahead */
    @Grouped
    public ReferralPolicy add(Draft draft) {
        var all = versions.all();
        var last = all.get(all.size() - 1).inForceFrom();
        EffectiveDate.check("inForceFrom", draft.inForceFrom(), last, clock.instant());
        var policy = new ReferralPolicy(all.size() + 1, draft.inForceFrom(), draft.rules());
        versions.add(policy);
        actions.note(
                Action.SET_THE_RULES_OF_REFERRAL,
                "version " + policy.version(),
                "in force from " + draft.inForceFrom());
        return policy;
    }
}
