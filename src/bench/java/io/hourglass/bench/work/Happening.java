package io.hourglass.bench.work;

import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.kernel.ids.FactId;
import java.time.Instant;
import java.util.Locale;

/** A fact about an inquiry, after its receipt. */
public record Happening(Lifecycle of, Role role, InquiryFactKind kind, Instant occurredAt) {

    /** What part it plays in the lifecycle. */
    public enum Role {
        /** The reply or rejection that ends the waiting. */
        ANSWER,
        /** The buyer of an unanswered inquiry asks for alternatives. */
        REQUEST,
        LATE_EVIDENCE
    }

    /** It is the first answer, but after the deadline. */
    public boolean decidesLate() {
        return role == Role.LATE_EVIDENCE && of.lateEvidenceDecides();
    }

    public FactId id() {
        return new FactId(of.id() + "/" + role.name().toLowerCase(Locale.ROOT).charAt(0));
    }
}
