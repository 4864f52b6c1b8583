package io.hourglass.referral;

import io.hourglass.kernel.InquiryId;

/** The offer can no longer be picked from or declined. Nothing has been changed. */
public class NotOpen extends RuntimeException {

    private final ReferralState state;

    NotOpen(InquiryId inquiry, ReferralState state) {
        super("the offer for inquiry " + inquiry + " is " + state
                + "; only an OFFERED one can be picked from or declined");
        this.state = state;
    }

    public ReferralState state() {
        return state;
    }
}
