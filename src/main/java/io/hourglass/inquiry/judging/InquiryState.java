package io.hourglass.inquiry.judging;

import io.hourglass.kernel.tracks.State;
import org.jspecify.annotations.Nullable;

/** Where an inquiry stands: open, outside the books, no inquiry after all, or at a verdict, in the order in which the judge asks. */
public enum InquiryState implements State {

    /** Nothing has decided and the deadline lies ahead. */
    PENDING,
    /** Recorded after its day's books closed: kept, and never counted. */
    OUT_OF_BOOKS,
    /** A mail that answers another opens no case (R3): asked before all verdicts, and in no number. */
    FOLLOW_UP,
    SPAM,
    REJECTED,
    /** Asked together with REJECTED: the earlier of both decides. */
    WITHDRAWN,
    DUPLICATE,
    TIMELY,
    LATE,
    /** No reply is known, but the platform's own mailbox sync had a gap: a gap is a gap. */
    UNVERIFIED,
    UNANSWERED;

    /** @throws ClassCastException if it is that of another track */
    public static InquiryState of(State state) {
        return (InquiryState) state;
    }

    /** Itself; null where it is no verdict. */
    public @Nullable InquiryState verdict() {
        return isVerdict() ? this : null;
    }

    /** Whether it says how the inquiry ends. */
    public boolean isVerdict() {
        return this != PENDING && this != OUT_OF_BOOKS && this != FOLLOW_UP;
    }

    /** Whether the inquiry holds its own place in the pair's chain, neither excluded nor another's duplicate. */
    public boolean isAnchor() {
        return this == UNVERIFIED || countable();
    }

    /** Whether the inquiry is left out of the pair's chain by a verdict. */
    boolean excludes() {
        return this == SPAM || this == REJECTED || this == WITHDRAWN;
    }

    public boolean answered() {
        return this == TIMELY || this == LATE;
    }

    /**
     * Whether a reply to this very inquiry is still owed: nothing has decided, or what decided is that there is none. To a
     * duplicate none is, as its anchor's reply answers both (R6).
     */
    public boolean owesReply() {
        return this == PENDING || this == UNVERIFIED || this == UNANSWERED;
    }

    @Override
    public boolean countable() {
        return this == TIMELY || this == LATE || this == UNANSWERED;
    }

    @Override
    public boolean met() {
        return this == TIMELY;
    }

    @Override
    public boolean pending() {
        return this == PENDING;
    }
}
