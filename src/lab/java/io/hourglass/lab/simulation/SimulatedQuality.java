package io.hourglass.lab.simulation;

/**
 * How a ranking did in a simulated market. Its offers are as long as those of Hourglass, whatever is ranked below. The
 * ideal of an offer, which nobody knows, is the supplier most likely to answer in time under its load of that moment.
 *
 * @param picks inquiries that buyers sent to suppliers they were referred to
 * @param hitAt1 the share of offers that have the ideal first; those that nobody could serve are left out
 * @param mrr the mean of 1 / place of the ideal; 0 where it is not offered
 * @param ndcgAt5 the gain of a supplier is how likely it answers in time
 * @param answeredInTime share of the picks
 * @param served share of the buyers referred who got an answer in time
 * @param hoursToAnswer median, from the referral to a served buyer's first answer
 * @param gini of the picks over all suppliers: 0 if all get as many, towards 1 if one gets them all
 * @param overload the share of picks that reach a supplier whose capacity is full already
 * @param newcomers the share of picks of suppliers whose published number is below the newcomers' sample
 */
record SimulatedQuality(
        String ranking,
        int referrals,
        int picks,
        double hitAt1,
        double hitAt3,
        double hitAt5,
        double mrr,
        double ndcgAt5,
        double answeredInTime,
        double served,
        double hoursToAnswer,
        double gini,
        double overload,
        double newcomers) {}
