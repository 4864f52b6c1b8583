package io.hourglass.rate.standing;

/** What a restated number does to the gate of its date. */
public enum Crossing {
    /** It opens now. */
    GAINED,
    /** It is closed now. */
    LOST
}
