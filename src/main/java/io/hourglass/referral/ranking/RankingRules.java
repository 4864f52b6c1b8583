package io.hourglass.referral.ranking;

import io.hourglass.kernel.InvalidInput;
import org.immutables.value.Value;

/**
 * How candidates are weighed, as data. The score is relevance^a × reliability^b × room^c.
 *
 * @param offeredAtMost how many suppliers a buyer is shown
 * @param relevancePower a
 * @param reliabilityPower b
 * @param roomPower c
 * @param leastReliability who has proven less is not recommended: from 0 to 1
 * @param newcomerSample below so many countable inquiries a supplier is a newcomer
 * @param newcomerShare the share of offers that keep a place for a newcomer: from 0 to 1
 * @param newcomerPlace which place that is; 1 is the first
 */
@Value.Builder
public record RankingRules(
        int offeredAtMost,
        double relevancePower,
        double reliabilityPower,
        double roomPower,
        double leastReliability,
        int newcomerSample,
        double newcomerShare,
        int newcomerPlace)
        implements WithRankingRules {

    private static final int MAX = 20;
    private static final int MAX_POWER = 10;

    public static final RankingRules DEFAULT = RankingRules.builder()
            .offeredAtMost(6)
            .relevancePower(1)
            .reliabilityPower(1)
            .roomPower(1)
            .leastReliability(0.1)
            .newcomerSample(10)
            .newcomerShare(0.1)
            .newcomerPlace(3)
            .build();

    /** @throws InvalidInput if a rule makes no sense */
    public RankingRules {
        require(offeredAtMost >= 1 && offeredAtMost <= MAX, "offeredAtMost", offeredAtMost, "1 to " + MAX);
        requirePower("relevancePower", relevancePower);
        requirePower("reliabilityPower", reliabilityPower);
        requirePower("roomPower", roomPower);
        requireShare("leastReliability", leastReliability);
        require(newcomerSample >= 0, "newcomerSample", newcomerSample, "0 or more");
        requireShare("newcomerShare", newcomerShare);
        require(newcomerPlace >= 1, "newcomerPlace", newcomerPlace, "1 or more");
    }

    public static RankingRulesBuilder builder() {
        return new RankingRulesBuilder();
    }

    private static void requirePower(String field, double value) {
        require(value >= 0 && value <= MAX_POWER, field, value, "0 to " + MAX_POWER);
    }

    private static void requireShare(String field, double value) {
        require(value >= 0 && value <= 1, field, value, "0 to 1");
    }

    private static void require(boolean holds, String field, Object value, String rule) {
        if (!holds) {
            throw new InvalidInput("ranking." + field, value, rule);
        }
    }
}
