package io.hourglass.inquiry.steps;

import io.hourglass.evidence.Facts;
import io.hourglass.evidence.StoredFact;
import io.hourglass.inquiry.Inquiries;
import io.hourglass.inquiry.Notices;
import io.hourglass.inquiry.Notices.Notice;
import io.hourglass.inquiry.events.TellOfInquiries;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.pairs.InquiryInPair;
import io.hourglass.inquiry.pairs.JudgedInquiries;
import io.hourglass.kernel.facts.Fact;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Tells of replies, and buyers of an answer after all. */
@Component
public class TellOfReplies {

    private final Inquiries inquiries;
    private final JudgedInquiries cases;
    private final Notices notices;
    private final TellOfInquiries events;
    private final Facts facts;

    TellOfReplies(Inquiries inquiries, JudgedInquiries cases, Notices notices, TellOfInquiries events, Facts facts) {
        this.inquiries = inquiries;
        this.cases = cases;
        this.notices = notices;
        this.events = events;
        this.facts = facts;
    }

    /** @param judged the inquiry that the fact is about, with the fact */
    public void tellOf(StoredFact stored, InquiryInPair judged) {
        var fact = stored.fact();
        if (fact.is(InquiryFactKind.REPLIED) && judged.file().policy().counts(fact)) {
            events.replied(judged.inquiry(), stored);
        }
        if (fact.is(InquiryFactKind.RECLASSIFIED)) {
            tellIfItCountsNow(fact, judged);
        }
        var answered = answered(judged);
        if (answered.supplierActedBy(fact.recordedAt())) {
            tell(fact, answered);
        }
    }

    /** A reply that does not count as it was written, and does by the correction. */
    private void tellIfItCountsNow(Fact correction, InquiryInPair judged) {
        var policy = judged.file().policy();
        facts.find(Objects.requireNonNull(correction.about()))
                .filter(reply -> !policy.counts(reply.fact()))
                .map(reply -> with(reply, correction))
                .filter(reply -> policy.counts(reply.fact()))
                .ifPresent(reply -> events.replied(judged.inquiry(), reply));
    }

    private static StoredFact with(StoredFact reply, Fact correction) {
        return new StoredFact(
                reply.fact().withAuthor(correction.author()),
                reply.actor(),
                reply.channel(),
                reply.late(),
                reply.contentHash(),
                reply.keptInPart());
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
