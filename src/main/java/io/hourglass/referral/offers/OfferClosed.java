package io.hourglass.referral.offers;

import io.hourglass.kernel.Refused;
import io.hourglass.kernel.ids.InquiryId;
import java.util.Map;

/** The offer can no longer be picked from or declined. Nothing has been changed. */
public class OfferClosed extends Refused {

    private final ReferralState state;

    public OfferClosed(InquiryId inquiry, ReferralState state) {
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
