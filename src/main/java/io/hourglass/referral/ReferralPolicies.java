package io.hourglass.referral;

import java.util.List;

/** The versions of the rules of referrals. */
public interface ReferralPolicies {

    /** In the order of their versions. */
    List<ReferralPolicy> all();

    void add(ReferralPolicy policy);
}
