package io.hourglass.portal.alternatives;

import io.hourglass.inquiry.InquiryFile;
import io.hourglass.inquiry.InquiryFile.KeptFact;

/** What became of an inquiry, as its buyer sees it: an answer is an answer, however late. */
enum Became {
    WAITING,
    ANSWERED,
    REJECTED,
    UNANSWERED,
    /** We cannot see a reply, and cannot say that there is none (R20). */
    NOT_VISIBLE,
    /** Spam, a repetition, or learned of too late: nobody is held to answer it. */
    SET_ASIDE;

    static Became of(InquiryFile file) {
        if (file.facts().stream().anyMatch(KeptFact::answers)) {
            return ANSWERED;
        }
        return switch (file.judgement().state()) {
            case PENDING -> WAITING;
            case TIMELY, LATE -> ANSWERED;
            case REJECTED -> REJECTED;
            case UNANSWERED -> UNANSWERED;
            case UNVERIFIED -> NOT_VISIBLE;
            case SPAM, DUPLICATE, OUT_OF_BOOKS -> SET_ASIDE;
        };
    }
}
