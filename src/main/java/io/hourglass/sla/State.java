package io.hourglass.sla;

import org.jspecify.annotations.Nullable;

/** Where an inquiry stands: open, outside the books, no inquiry after all, or at a verdict. */
public enum State implements io.hourglass.kernel.State {
    /** Nothing has decided and the deadline lies ahead. */
    PENDING(null),
    /** Learned of after its day's books closed: kept, and never counted. */
    OUT_OF_BOOKS(null),
    /** A mail that answers another opens no case (R3): asked before all verdicts, and in no number. */
    FOLLOW_UP(null),
    SPAM(Verdict.SPAM),
    REJECTED(Verdict.REJECTED),
    WITHDRAWN(Verdict.WITHDRAWN),
    DUPLICATE(Verdict.DUPLICATE),
    TIMELY(Verdict.TIMELY),
    LATE(Verdict.LATE),
    UNVERIFIED(Verdict.UNVERIFIED),
    UNANSWERED(Verdict.UNANSWERED);

    private final @Nullable Verdict verdict;

    State(@Nullable Verdict verdict) {
        this.verdict = verdict;
    }

    /** Null where it is no verdict. */
    public @Nullable Verdict verdict() {
        return verdict;
    }

    /** Whether the inquiry is left out of the pair's chain by a verdict. */
    public boolean excludes() {
        return verdict != null && verdict.excludes();
    }

    /**
     * Whether a reply to this very inquiry is still owed: nothing has decided, or what decided is that there is none. To a
     * duplicate none is, as its anchor's reply answers both (R6).
     */
    public boolean owesReply() {
        return this == PENDING || this == UNVERIFIED || this == UNANSWERED;
    }

    @Override
    public boolean met() {
        return this == TIMELY;
    }

    @Override
    public boolean pending() {
        return this == PENDING;
    }

    @Override
    public boolean countable() {
        return verdict != null && verdict.countable();
    }
}
