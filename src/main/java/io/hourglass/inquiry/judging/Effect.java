package io.hourglass.inquiry.judging;

/** What a fact does for the verdict at present. */
public enum Effect {
    /** The verdict rests on it. */
    DECIDES,
    /** Taken back by a later fact. */
    RETRACTED,
    /** A rule refuses it. */
    REFUSED,
    /** A reply that is no answer: by a kind of author that does not count, or without text. */
    NO_ANSWER,
    /** It happened, was recorded or was corrected after the books had closed: kept, and changes no verdict. */
    TOO_LATE,
    /** In force, and not the one that decides. */
    STANDS;

    /** Whether the books take account of it. */
    public boolean isInForce() {
        return this == DECIDES || this == STANDS;
    }
}
