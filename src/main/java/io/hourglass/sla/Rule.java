package io.hourglass.sla;

import org.jspecify.annotations.Nullable;

/** The rule that decided, or why nothing has decided. Its words are in {@code explanations*.properties}. */
public enum Rule {
    SYSTEM_SPAM(Verdict.SPAM),
    SPAM_REPORTED_IN_WINDOW(Verdict.SPAM),
    REJECTED_IN_WINDOW(Verdict.REJECTED),
    DUPLICATE_OF_ANCHOR(Verdict.DUPLICATE),
    ANSWERED_BY_DEADLINE(Verdict.TIMELY),
    ANSWERED_AFTER_DEADLINE(Verdict.LATE),
    SYNC_GAP_OVER_DEADLINE(Verdict.UNVERIFIED),
    NO_COUNTING_REPLY(Verdict.UNANSWERED),
    DEADLINE_AHEAD(null),
    LEARNED_AFTER_CLOSE(null);

    private final @Nullable Verdict verdict;

    Rule(@Nullable Verdict verdict) {
        this.verdict = verdict;
    }

    /** Null where the rule leaves the inquiry without a verdict. */
    public @Nullable Verdict verdict() {
        return verdict;
    }
}
