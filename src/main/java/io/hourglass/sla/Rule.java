package io.hourglass.sla;

import org.jspecify.annotations.Nullable;

/** The rule that decided, or why nothing has decided. Its words are in {@code explanations*.properties}. */
public enum Rule implements io.hourglass.kernel.Rule {
    /** By the ids of the mail. */
    FOLLOWS_THREAD(State.FOLLOW_UP),
    /** By a person's finding. */
    FOUND_TO_FOLLOW(State.FOLLOW_UP),
    SYSTEM_SPAM(State.SPAM),
    SPAM_REPORTED_IN_WINDOW(State.SPAM),
    REJECTED_IN_WINDOW(State.REJECTED),
    WITHDRAWN_BEFORE_DEADLINE(State.WITHDRAWN),
    DUPLICATE_OF_ANCHOR(State.DUPLICATE),
    ANSWERED_BY_DEADLINE(State.TIMELY),
    ANSWERED_AFTER_DEADLINE(State.LATE),
    SYNC_GAP_OVER_DEADLINE(State.UNVERIFIED),
    NO_COUNTING_REPLY(State.UNANSWERED),
    DEADLINE_AHEAD(State.PENDING),
    LEARNED_AFTER_CLOSE(State.OUT_OF_BOOKS);

    private final State state;

    Rule(State state) {
        this.state = state;
    }

    @Override
    public State state() {
        return state;
    }

    /** Null where the rule leaves the inquiry without a verdict. */
    public @Nullable Verdict verdict() {
        return state.verdict();
    }
}
