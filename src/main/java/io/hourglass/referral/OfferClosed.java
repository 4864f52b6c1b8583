package io.hourglass.referral;

import io.hourglass.kernel.InquiryId;
import io.hourglass.kernel.Refused;
import io.hourglass.referral.offers.ReferralState;
import java.util.Map;

/** The offer can no longer be picked from or declined. Nothing has been changed. */
public class OfferClosed extends Refused {

    private final ReferralState state;

    OfferClosed(InquiryId inquiry, ReferralState state) {
        super(
                "The offer is not open",
                "the offer for inquiry " + inquiry + " is " + state
                        + "; only an OFFERED one can be picked from or declined",
                Map.of("state", state));
        this.state = state;
    }

    public ReferralState state() {
        return state;
    }
}
