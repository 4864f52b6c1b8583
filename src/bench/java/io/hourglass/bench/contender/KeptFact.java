package io.hourglass.bench.contender;

import io.hourglass.bench.work.Happening;
import io.hourglass.bench.work.Lifecycle;
import io.hourglass.inquiry.judging.InquiryFactKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A fact as a rival keeps it. */
record KeptFact(
        String id,
        String inquiry,
        InquiryFactKind kind,
        @Nullable String author,
        Instant occurredAt,
        Instant recordedAt) {

    static final String SPAM_REASON = "the same text went to many suppliers";

    /** The receipt, and where the system has recognised spam that too. */
    static List<KeptFact> ofReceipt(Lifecycle one, Instant now) {
        var inquiry = one.id().value();
        var at = one.clocks().receivedAt();
        var received = new KeptFact(inquiry, inquiry, InquiryFactKind.RECEIVED, null, at, now);
        return one.isSpam()
                ? List.of(received, new KeptFact(spamFlag(one), inquiry, InquiryFactKind.SYSTEM_SPAM, null, at, now))
                : List.of(received);
    }

    static KeptFact of(Happening happening, Instant now) {
        var author = happening.kind() == InquiryFactKind.REPLIED ? "HUMAN" : null;
        var inquiry = happening.of().id().value();
        return new KeptFact(happening.id().value(), inquiry, happening.kind(), author, happening.occurredAt(), now);
    }

    static String spamFlag(Lifecycle one) {
        return one.id().value() + "/system-spam";
    }
}
