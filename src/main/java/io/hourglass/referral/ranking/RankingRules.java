package io.hourglass.referral.ranking;

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
public record RankingRules(
        int offeredAtMost,
        double relevancePower,
        double reliabilityPower,
        double roomPower,
        double leastReliability,
        int newcomerSample,
        double newcomerShare,
        int newcomerPlace) {

    public static final RankingRules DEFAULT = new RankingRules(6, 1, 1, 1, 0.1, 10, 0.1, 3);
}
