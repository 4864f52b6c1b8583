package io.hourglass.referral;

import io.hourglass.kernel.InquiryId;

/** The referrals as processes. Each call is part of the caller's transaction. */
public interface ReferralWorkflow {

    void picked(InquiryId inquiry);

    void declined(InquiryId inquiry);
}
