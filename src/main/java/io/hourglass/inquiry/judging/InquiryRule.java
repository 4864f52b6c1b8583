package io.hourglass.inquiry.judging;

import io.hourglass.kernel.tracks.Rule;
import org.jspecify.annotations.Nullable;

/** The rule that decided, or why nothing has decided. Its words are in {@code explanations*.properties}. */
public enum InquiryRule implements Rule {
    /** By the ids of the mail. */
    FOLLOWS_THREAD(InquiryState.FOLLOW_UP),
    /** By a person's finding. */
    FOUND_TO_FOLLOW(InquiryState.FOLLOW_UP),
    SYSTEM_SPAM(InquiryState.SPAM),
    SPAM_REPORTED_IN_WINDOW(InquiryState.SPAM),
    REJECTED_IN_WINDOW(InquiryState.REJECTED),
    WITHDRAWN_BEFORE_DEADLINE(InquiryState.WITHDRAWN),
    DUPLICATE_OF_ANCHOR(InquiryState.DUPLICATE),
    ANSWERED_BY_DEADLINE(InquiryState.TIMELY),
    ANSWERED_AFTER_DEADLINE(InquiryState.LATE),
    SYNC_GAP_OVER_DEADLINE(InquiryState.UNVERIFIED),
    OUTAGE_OVER_DEADLINE(InquiryState.UNVERIFIED),
    NO_COUNTING_REPLY(InquiryState.UNANSWERED),
    DEADLINE_AHEAD(InquiryState.PENDING),
    LEARNED_AFTER_CLOSE(InquiryState.OUT_OF_BOOKS);

    private final InquiryState state;

    InquiryRule(InquiryState state) {
        this.state = state;
    }

    /** @throws ClassCastException if it is that of another track */
    public static InquiryRule of(Rule rule) {
        return (InquiryRule) rule;
    }

    @Override
    public InquiryState state() {
        return state;
    }

    /** Null where the rule leaves the inquiry without a verdict. */
    public @Nullable InquiryState verdict() {
        return state.verdict();
    }
}
