package io.hourglass.referral;

import static java.util.stream.Collectors.toSet;

import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.market.profiles.SupplierProfiles;
import io.hourglass.policy.versions.PolicyVersions;
import io.hourglass.rate.numbers.Publications;
import io.hourglass.rate.numbers.PublishedNumber;
import io.hourglass.referral.offers.Referral;
import io.hourglass.referral.offers.Referrals;
import io.hourglass.referral.rules.ReferralPolicy;
import io.hourglass.referral.rules.ReferralRules;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Bounds what suppliers gain through referrals. */
@Component
class ReferralQuota {

    private final Referrals referrals;
    private final SupplierProfiles profiles;
    private final Publications publications;
    private final PolicyVersions<ReferralPolicy> rules;
    private final Clock clock;

    ReferralQuota(
            Referrals referrals,
            SupplierProfiles profiles,
            Publications publications,
            PolicyVersions<ReferralPolicy> rules,
            Clock clock) {
        this.referrals = referrals;
        this.profiles = profiles;
        this.publications = publications;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Locks the suppliers: a buyer who picks the same one at this moment waits, so that its bound holds.
     *
     * @throws QuotaExceeded if one has gained as many inquiries as the rules of the referral allow
     */
    void requireRoom(Set<SupplierId> suppliers, Referral referral) {
        profiles.lock(suppliers);
        var policy = rules.version(referral.policyVersion()).rules();
        var full = full(suppliers, publications.latestOf(suppliers), policy);
        if (!full.isEmpty()) {
            throw new QuotaExceeded(full);
        }
    }

    /** Those who have gained as many inquiries as the rules allow one of their size. */
    Set<SupplierId> full(
            Collection<SupplierId> suppliers, Map<SupplierId, PublishedNumber> numbers, ReferralRules rules) {
        var gains = referrals.gainsOf(suppliers, clock.instant().minus(rules.period()));
        return suppliers.stream()
                .filter(supplier -> gains.getOrDefault(supplier, 0) >= rules.gainsOf(countable(numbers.get(supplier))))
                .collect(toSet());
    }

    static int countable(@Nullable PublishedNumber number) {
        return number == null ? 0 : number.countable();
    }
}
