package io.hourglass.bench.contender;

import io.hourglass.bench.work.Happening;
import io.hourglass.bench.work.Lifecycle;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.judging.InquiryRule;
import io.hourglass.inquiry.judging.InquiryState;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A line of the books as a rival writes it. */
record Entry(Lifecycle of, int seq, InquiryRule rule, @Nullable String decidingFact, String cause) {

    static Entry ofSpam(Lifecycle one) {
        return new Entry(one, 1, InquiryRule.SYSTEM_SPAM, KeptFact.spamFlag(one), "END_EVENT");
    }

    static Entry ofSilence(Lifecycle one) {
        return new Entry(one, 1, InquiryRule.NO_COUNTING_REPLY, null, "DEADLINE");
    }

    static Entry ofAnswer(Happening answer) {
        var rule = answer.kind() == InquiryFactKind.REPLIED
                ? InquiryRule.ANSWERED_BY_DEADLINE
                : InquiryRule.REJECTED_IN_WINDOW;
        return new Entry(answer.of(), 1, rule, answer.id().value(), "END_EVENT");
    }

    /** The first answer, but after the deadline. */
    static Entry ofLateEvidence(Happening evidence) {
        return new Entry(
                evidence.of(),
                2,
                InquiryRule.ANSWERED_AFTER_DEADLINE,
                evidence.id().value(),
                "FACT");
    }

    InquiryState state() {
        return InquiryState.valueOf(Objects.requireNonNull(rule.verdict()).name());
    }
}
