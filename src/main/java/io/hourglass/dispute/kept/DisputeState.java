package io.hourglass.dispute.kept;

/** How far a dispute has come. */
public enum DisputeState {
    OPEN,
    /** The claim became a fact while the books were open; the judge took it from there. */
    TAKEN_AS_FACT,
    /** The claim became a fact of closed books, which were judged again, and numbers restated where they count otherwise. */
    RESTATED,
    /** The claim became a fact of closed books, which say the same now as before. */
    WITHOUT_EFFECT,
    REFUSED,
    /** Nobody decided in time. */
    LAPSED;

    /** Whether the claim was found to be true after the books had closed. */
    public boolean isAcceptedAfterTheClose() {
        return this == RESTATED || this == WITHOUT_EFFECT;
    }
}
