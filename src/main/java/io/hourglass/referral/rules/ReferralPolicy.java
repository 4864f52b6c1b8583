package io.hourglass.referral.rules;

import java.time.Instant;

/**
 * One version of the rules of referrals. A referral keeps to the version in force when the buyer asked.
 *
 * @param version 1 for the first
 */
public record ReferralPolicy(int version, Instant inForceFrom, ReferralRules rules) {

    public boolean isInForceAt(Instant instant) {
        return !inForceFrom.isAfter(instant);
    }
}
