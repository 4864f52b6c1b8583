package io.hourglass.inquiry.web;

import io.hourglass.inquiry.judging.InquiryFactKind;

/** What can be said of an earlier fact of an inquiry. */
enum Amendment {
    BOUNCED(InquiryFactKind.BOUNCED),
    RETRACTED(InquiryFactKind.RETRACTED),
    RECLASSIFIED(InquiryFactKind.RECLASSIFIED);

    private final InquiryFactKind kind;

    Amendment(InquiryFactKind kind) {
        this.kind = kind;
    }

    InquiryFactKind kind() {
        return kind;
    }
}
