package io.hourglass.dispute;

/** How far a dispute has come. */
public enum DisputeState {
    OPEN,
    /** The claim became a fact while the books were open; the judge took it from there. */
    TAKEN_AS_FACT,
    /** The claim became a fact of closed books, which were judged again, and numbers restated where they count otherwise. */
    RESTATED,
    REFUSED,
    /** Nobody decided in time. */
    LAPSED
}
