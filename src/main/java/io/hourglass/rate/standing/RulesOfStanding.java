package io.hourglass.rate.standing;

import io.hourglass.audit.Action;
import io.hourglass.audit.Actions;
import io.hourglass.group.Grouped;
import io.hourglass.kernel.BadInput;
import io.hourglass.kernel.EffectiveDate;
import io.hourglass.sla.NaturalDay;
import io.hourglass.sla.Policies;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Knows which version of the rules is in force when, and takes in new ones. */
@Component
public class RulesOfStanding {

    private static final int PERCENT = 100;

    private final StandingPolicies versions;
    private final Policies policies;
    private final Actions actions;
    private final Clock clock;

    RulesOfStanding(StandingPolicies versions, Policies policies, Actions actions, Clock clock) {
        this.versions = versions;
        this.policies = policies;
        this.actions = actions;
        this.clock = clock;
    }

    /** In the order of their versions. */
    public List<StandingPolicy> all() {
        return versions.all();
    }

    /** Before the first version's date, the first. */
    static StandingPolicy inForceOn(LocalDate date, List<StandingPolicy> versions) {
        return versions.stream()
                .filter(policy -> !policy.inForceFrom().isAfter(date))
                .reduce((earlier, later) -> later)
                .orElseGet(() -> versions.get(0));
    }

    /** What is to be in force from a later date on; see {@link StandingPolicy}. */
    public record Draft(
            LocalDate inForceFrom,
            int gatePercent,
            int minimumSample,
            int newcomerSample,
            BigDecimal exposureLeast,
            BigDecimal exposureNeutral,
            BigDecimal exposureMost,
            @Nullable LocalDate displayMandatoryFrom) {}

    /** @throws BadInput if a field breaks a rule: no number that is out may change, and weights must be in order */
    @Grouped
    public StandingPolicy add(Draft draft) {
        check(draft);
        var version = versions.all().size() + 1;
        var policy = new StandingPolicy(
                version,
                draft.inForceFrom(),
                draft.gatePercent(),
                draft.minimumSample(),
                draft.newcomerSample(),
                draft.exposureLeast(),
                draft.exposureNeutral(),
                draft.exposureMost(),
                draft.displayMandatoryFrom());
        versions.add(policy);
        actions.note(Action.SET_THE_RULES_OF_STANDING, "version " + version, "in force from " + draft.inForceFrom());
        return policy;
    }

    private void check(Draft draft) {
        var all = versions.all();
        var last = all.get(all.size() - 1).inForceFrom();
        var today = NaturalDay.of(clock.instant(), policies.zone());
        EffectiveDate.check("inForceFrom", draft.inForceFrom(), last, today);
        require(
                draft.gatePercent() >= 0 && draft.gatePercent() <= PERCENT,
                "gatePercent",
                draft.gatePercent(),
                "0 to 100");
        require(draft.minimumSample() >= 1, "minimumSample", draft.minimumSample(), "1 or more");
        require(draft.newcomerSample() >= 0, "newcomerSample", draft.newcomerSample(), "0 or more");
        require(
                draft.exposureLeast().signum() >= 0 && draft.exposureLeast().compareTo(draft.exposureMost()) <= 0,
                "exposureLeast",
                draft.exposureLeast(),
                "0 or more, and no more than exposureMost");
        require(
                draft.exposureNeutral().compareTo(draft.exposureLeast()) >= 0
                        && draft.exposureNeutral().compareTo(draft.exposureMost()) <= 0,
                "exposureNeutral",
                draft.exposureNeutral(),
                "between exposureLeast and exposureMost");
        require(
                draft.exposureMost().compareTo(BigDecimal.TEN) <= 0,
                "exposureMost",
                draft.exposureMost(),
                "no more than 10");
    }

    private static void require(boolean holds, String field, Object value, String rule) {
        if (!holds) {
            throw new BadInput(field, value, rule);
        }
    }
}
