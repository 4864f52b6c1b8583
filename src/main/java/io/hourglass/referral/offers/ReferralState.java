package io.hourglass.referral.offers;

/** Where the referral of an inquiry stands. */
public enum ReferralState {
    /** Suppliers are offered, and the buyer has not picked yet. */
    OFFERED,
    /** The buyer picked, and the inquiry was carried over. */
    PICKED,
    /** The buyer wants none of those offered. */
    DECLINED,
    /** The buyer took the inquiry back, or it turned out to be a further mail of another one. */
    WITHDRAWN,
    /** The buyer neither picked nor declined in time. */
    EXPIRED,
    /** There was nobody to recommend. */
    NOBODY_FOUND,
    /** The buyer had asked as often as the rules allow. */
    LIMIT_REACHED;

    /** Whether suppliers were offered, whatever the buyer made of it. */
    public boolean hasOffer() {
        return this != NOBODY_FOUND && this != LIMIT_REACHED;
    }
}
