package io.hourglass.bench.work;

import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.policy.Deadlines;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import java.time.Instant;

/**
 * One inquiry and all that will happen to it.
 *
 * @param lateEvidence a reply is learned of only after the deadline
 */
public record Lifecycle(
        InquiryId id, BuyerId buyer, SupplierId supplier, Deadlines clocks, Course course, boolean lateEvidence) {

    public boolean isSpam() {
        return course == Course.SPAM;
    }

    /** What the books must say once its day is settled. */
    public InquiryState verdict() {
        return lateEvidenceDecides() ? InquiryState.LATE : course.verdict();
    }

    /** Only where there was no answer before; elsewhere it is a further reply that changes nothing. */
    public boolean lateEvidenceDecides() {
        return lateEvidence && course.staysUnanswered();
    }

    /** How the supplier answers, if it does. */
    public Happening answer(Instant at) {
        var kind = course == Course.REJECTED ? InquiryFactKind.REJECTED : InquiryFactKind.REPLIED;
        return new Happening(this, Happening.Role.ANSWER, kind, at);
    }
}
