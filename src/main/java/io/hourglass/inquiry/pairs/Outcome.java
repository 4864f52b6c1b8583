package io.hourglass.inquiry.pairs;

import io.hourglass.inquiry.judging.Judgement;

/** Where an inquiry's process ends. It follows from what the judge says, never the other way round. */
public enum Outcome {
    /** Not countable: spam, withdrawn, a duplicate, a follow-up, or outside the books (R2). */
    EXCLUDED,
    ANSWERED,
    /** Not countable either, but its buyer is left unserved and may still ask for alternatives. */
    REJECTED,
    UNSERVED,
    ALTERNATIVES_REQUESTED;

    static Outcome of(Judgement judgement) {
        return switch (judgement.state()) {
            case SPAM, WITHDRAWN, DUPLICATE, FOLLOW_UP, OUT_OF_BOOKS -> EXCLUDED;
            case REJECTED -> REJECTED;
            case TIMELY, LATE -> ANSWERED;
            case PENDING, UNVERIFIED, UNANSWERED -> UNSERVED;
        };
    }

    /** Where it ends once the supplier has acted, also after the books' close. */
    static Outcome afterActing(Judgement judgement) {
        var outcome = of(judgement);
        return outcome == UNSERVED ? ANSWERED : outcome;
    }
}
