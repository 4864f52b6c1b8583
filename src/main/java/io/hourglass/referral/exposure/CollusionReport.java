package io.hourglass.referral.exposure;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.market.profiles.Availability;
import io.hourglass.market.profiles.SupplierProfiles;
import io.hourglass.policy.versions.PolicyVersions;
import io.hourglass.referral.exposure.Exposures.Gain;
import io.hourglass.referral.rules.ReferralPolicy;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who might leave inquiries unanswered so that another gains them. Affiliates are never recommended in each other's place;
 * this finds those that were declared later, and undeclared ones whose gains come from one supplier.
 */
@Component
public class CollusionReport {

    private final Exposures exposures;
    private final SupplierProfiles profiles;
    private final PolicyVersions<ReferralPolicy> rules;
    private final Clock clock;

    CollusionReport(Exposures exposures, SupplierProfiles profiles, PolicyVersions<ReferralPolicy> rules, Clock clock) {
        this.exposures = exposures;
        this.profiles = profiles;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * A supplier that did not serve its buyers, and one that gained them.
     *
     * @param picks inquiries that went from the one to the other in the period
     * @param lost all that the one lost to any supplier
     * @param gained all that the other gained from any supplier
     * @param lift how many times more often they met than if gains were spread evenly
     * @param affiliates whether they are of one company now
     */
    public record Suspicion(
            SupplierId asked, SupplierId gainer, int picks, int lost, int gained, double lift, boolean affiliates) {

        /** By how many the picks exceed an even spread. */
        double excess() {
            return picks - picks / lift;
        }
    }

    /** Affiliates first, then by how far the picks exceed what even gains would be; pairs that do not exceed it are left out. */
    @Transactional(readOnly = true)
    public List<Suspicion> report() {
        var period = rules.last(one -> one.isInForceAt(clock.instant())).rules().period();
        var gains = exposures.gains(clock.instant().minus(period));
        var all = gains.stream().mapToInt(Gain::picks).sum();
        var lost = gains.stream().collect(groupingBy(Gain::asked, summingInt(Gain::picks)));
        var gained = gains.stream().collect(groupingBy(Gain::gainer, summingInt(Gain::picks)));
        var known = profiles.availabilityOf(Stream.concat(lost.keySet().stream(), gained.keySet().stream())
                .distinct()
                .toList());
        return gains.stream()
                .map(gain -> suspicion(
                        gain,
                        lost.getOrDefault(gain.asked(), 0),
                        gained.getOrDefault(gain.gainer(), 0),
                        all,
                        areAffiliates(gain, known)))
                .filter(pair -> pair.affiliates() || pair.lift() > 1)
                .sorted(comparing(Suspicion::affiliates)
                        .thenComparing(Suspicion::excess)
                        .reversed()
                        .thenComparing(Suspicion::asked)
                        .thenComparing(Suspicion::gainer))
                .toList();
    }

    private static Suspicion suspicion(Gain gain, int lost, int gained, int all, boolean affiliates) {
        var even = (double) lost * gained / all;
        return new Suspicion(gain.asked(), gain.gainer(), gain.picks(), lost, gained, gain.picks() / even, affiliates);
    }

    private static boolean areAffiliates(Gain gain, Map<SupplierId, Availability> known) {
        return known.getOrDefault(gain.asked(), Availability.UNSAID)
                .isAffiliateOf(known.getOrDefault(gain.gainer(), Availability.UNSAID));
    }
}
