package io.hourglass.inquiry.steps;

import io.hourglass.evidence.StoredFact;
import io.hourglass.inquiry.Inquiries;
import io.hourglass.inquiry.Notices;
import io.hourglass.inquiry.Notices.Notice;
import io.hourglass.inquiry.events.TellOfInquiries;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.pairs.InquiryInPair;
import io.hourglass.inquiry.pairs.JudgedInquiries;
import io.hourglass.kernel.facts.Fact;
import org.springframework.stereotype.Component;

/** Tells of replies, and buyers of an answer after all. */
@Component
public class TellOfReplies {

    private final Inquiries inquiries;
    private final JudgedInquiries cases;
    private final Notices notices;
    private final TellOfInquiries events;

    TellOfReplies(Inquiries inquiries, JudgedInquiries cases, Notices notices, TellOfInquiries events) {
        this.inquiries = inquiries;
        this.cases = cases;
        this.notices = notices;
        this.events = events;
    }

    /** @param judged the inquiry that the fact is about, with the fact */
    public void tellOf(StoredFact stored, InquiryInPair judged) {
        var fact = stored.fact();
        if (fact.is(InquiryFactKind.REPLIED) && judged.file().policy().counts(fact)) {
            events.replied(judged.inquiry(), stored);
        }
        var answered = answered(judged);
        if (answered.supplierActedBy(fact.recordedAt())) {
            tell(fact, answered);
        }
    }

    /** A reply to a follow-up answers the inquiry that it follows. */
    private InquiryInPair answered(InquiryInPair judged) {
        return judged.root()
                .flatMap(inquiries::find)
                .map(root -> judged.other(root).orElseGet(() -> cases.of(root)))
                .orElse(judged);
    }

    /** Notifies buyers of an answer that came after the notice of none, also if it answers a duplicate. */
    private void tell(Fact fact, InquiryInPair judged) {
        if (judged.repliedAfterAll(fact)) {
            notices.tell(judged.inquiry().id(), Notice.Kind.REPLIED_AFTER_ALL, fact.recordedAt());
        }
        judged.anchorServedLate()
                .ifPresent(anchor -> notices.tell(anchor, Notice.Kind.REPLIED_AFTER_ALL, fact.recordedAt()));
    }
}
