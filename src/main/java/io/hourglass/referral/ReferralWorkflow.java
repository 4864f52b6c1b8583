package io.hourglass.referral;

import io.hourglass.kernel.ids.InquiryId;

/**
 * The referrals as processes. Each call is part of the caller's transaction, and says whether a process takes it from
 * here; where none does, the caller does it itself, and a process that is suspended is notified later.
 */
public interface ReferralWorkflow {

    boolean picked(InquiryId inquiry);

    boolean declined(InquiryId inquiry);
}
