package io.hourglass.sla;

/** Where an inquiry stands: open, outside the books, or at a verdict. */
public enum State {
    /** Nothing has decided and the deadline lies ahead. */
    PENDING,
    /** Learned of after its day's books closed: kept, and never counted. */
    OUT_OF_BOOKS,
    SPAM,
    REJECTED,
    DUPLICATE,
    TIMELY,
    LATE,
    UNVERIFIED,
    UNANSWERED
}
