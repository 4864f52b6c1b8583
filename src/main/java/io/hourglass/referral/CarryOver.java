package io.hourglass.referral;

import io.hourglass.referral.offers.Pick;

/** Opens inquiries on behalf of buyers. Implemented by the module that has the inquiries. */
public interface CarryOver {

    /** A new inquiry to the supplier picked, with the buyer's text and clocks of its own. The buyer has consented. */
    void open(Pick pick);
}
