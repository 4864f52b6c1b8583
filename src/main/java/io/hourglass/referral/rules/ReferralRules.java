package io.hourglass.referral.rules;

import io.hourglass.kernel.InvalidInput;
import io.hourglass.referral.ranking.FitRules;
import io.hourglass.referral.ranking.RankingRules;
import java.time.Duration;
import org.immutables.value.Value;

/**
 * What referrals keep to, as data.
 *
 * @param picksAtMost how many of those offered a buyer may pick
 * @param linkStaysForDays how long the buyer's page can be read after the offer has expired
 * @param periodDays elapsed days over which asks and gains are counted
 * @param asksPerBuyer how often a buyer may ask for alternatives in a period
 * @param gainAtLeast how many inquiries a supplier may gain through referrals in a period, however small it is
 * @param gainPercent and how many it may gain in per cent of the countable inquiries under its published number
 * @param rejectionRememberedDays how long a supplier that rejected a buyer is not recommended to it
 */
@Value.Builder
public record ReferralRules(
        int picksAtMost,
        int linkStaysForDays,
        int periodDays,
        int asksPerBuyer,
        int gainAtLeast,
        int gainPercent,
        int rejectionRememberedDays,
        FitRules fit,
        RankingRules ranking)
        implements WithReferralRules {

    public static final ReferralRules DEFAULT = ReferralRules.builder()
            .picksAtMost(3)
            .linkStaysForDays(30)
            .periodDays(30)
            .asksPerBuyer(20)
            .gainAtLeast(20)
            .gainPercent(50)
            .rejectionRememberedDays(180)
            .fit(FitRules.DEFAULT)
            .ranking(RankingRules.DEFAULT)
            .build();

    private static final int PERCENT = 100;

    /** @throws InvalidInput if a rule makes no sense */
    public ReferralRules {
        require(
                picksAtMost >= 1 && picksAtMost <= ranking.offeredAtMost(),
                "picksAtMost",
                picksAtMost,
                "1 up to ranking.offeredAtMost");
        require(linkStaysForDays >= 0, "linkStaysForDays", linkStaysForDays, "0 or more");
        require(periodDays >= 1, "periodDays", periodDays, "1 or more");
        require(asksPerBuyer >= 1, "asksPerBuyer", asksPerBuyer, "1 or more");
        require(gainAtLeast >= 0, "gainAtLeast", gainAtLeast, "0 or more");
        require(gainPercent >= 0, "gainPercent", gainPercent, "0 or more");
        require(rejectionRememberedDays >= 0, "rejectionRememberedDays", rejectionRememberedDays, "0 or more");
    }

    public static ReferralRulesBuilder builder() {
        return new ReferralRulesBuilder();
    }

    public Duration period() {
        return Duration.ofDays(periodDays);
    }

    /** How many inquiries a supplier of that size may gain in a period. */
    public int gainsOf(int countable) {
        return Math.max(gainAtLeast, (int) ((long) gainPercent * countable / PERCENT));
    }

    private static void require(boolean holds, String field, Object value, String rule) {
        if (!holds) {
            throw new InvalidInput(field, value, rule);
        }
    }
}
