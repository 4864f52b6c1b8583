package io.hourglass.inquiry.reading;

import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.reading.InquiryFile.KeptFact;

/** The status of an inquiry, as its buyer sees it: an answer is an answer, however late. */
public enum BuyerStatus {
    WAITING,
    ANSWERED,
    REJECTED,
    UNANSWERED,
    /** We cannot see a reply, and cannot say that there is none (R20). */
    NOT_VISIBLE,
    /** The buyer took it back. */
    WITHDRAWN,
    /** Spam, a repetition, a further mail, or recorded too late: no reply is needed. */
    SET_ASIDE;

    /** Whether the buyer got no answer that it can be shown, and will get none in time. */
    public boolean isUnserved() {
        return this == REJECTED || this == UNANSWERED || this == NOT_VISIBLE;
    }

    public static BuyerStatus of(InquiryFile file) {
        return of(file.judgement().state(), file.facts().stream().anyMatch(KeptFact::answers));
    }

    public static BuyerStatus of(InquiryState state, boolean answered) {
        if (answered) {
            return ANSWERED;
        }
        return switch (state) {
            case PENDING -> WAITING;
            case TIMELY, LATE -> ANSWERED;
            case REJECTED -> REJECTED;
            case UNANSWERED -> UNANSWERED;
            case UNVERIFIED -> NOT_VISIBLE;
            case WITHDRAWN -> WITHDRAWN;
            case SPAM, DUPLICATE, FOLLOW_UP, OUT_OF_BOOKS -> SET_ASIDE;
        };
    }
}
