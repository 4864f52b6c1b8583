package io.hourglass.chat.judging;

import io.hourglass.kernel.tracks.State;

/** Where a consultation stands, in the order in which the judge asks. */
public enum ChatState implements State {

    /** What opened it was retracted: it is kept, and never counted. */
    VOID,
    /** What opened it was learned of after its day's books closed: kept, and never counted. */
    OUT_OF_BOOKS,
    /** The buyer is of the platform or of the shop itself, or its account is abnormal (C9, C10, C11). */
    EXCLUDED,
    /** A counting message of the account on the same natural day (C1). */
    ANSWERED,
    /** Not yet, and the day goes on. */
    OPEN,
    UNANSWERED;

    @Override
    public boolean countable() {
        return this == ANSWERED || this == UNANSWERED;
    }

    @Override
    public boolean met() {
        return this == ANSWERED;
    }

    @Override
    public boolean pending() {
        return this == OPEN;
    }

    /** Whether there is a consultation at all, as far as the books go. */
    public boolean isOne() {
        return this != VOID && this != OUT_OF_BOOKS;
    }
}
