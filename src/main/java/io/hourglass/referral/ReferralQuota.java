package io.hourglass.referral;

import static java.util.stream.Collectors.toSet;

import io.hourglass.kernel.SupplierId;
import io.hourglass.rate.numbers.PublishedNumber;
import io.hourglass.referral.offers.Referrals;
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
    private final Clock clock;

    ReferralQuota(Referrals referrals, Clock clock) {
        this.referrals = referrals;
        this.clock = clock;
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
