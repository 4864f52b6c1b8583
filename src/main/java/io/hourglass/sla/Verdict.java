package io.hourglass.sla;

/** How an inquiry ends. The order is the order in which the judge asks. */
public enum Verdict {
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

    /** Whether it stands under the fraction bar of the rate (R1, R2). */
    public boolean countable() {
        return this == TIMELY || this == LATE || this == UNANSWERED;
    }

    /** Whether the inquiry holds its own place in the pair's chain, neither excluded nor another's duplicate. */
    public boolean isAnchor() {
        return this == UNVERIFIED || countable();
    }

    /** Whether the inquiry is left out of the pair's chain. */
    public boolean excludes() {
        return this == SPAM || this == REJECTED || this == WITHDRAWN;
    }

    public boolean answered() {
        return this == TIMELY || this == LATE;
    }
}
