package io.hourglass.inquiry.judging;

import io.hourglass.kernel.facts.Fact;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules that refuse a fact its effect. */
final class Refusals {

    private Refusals() {}

    static Optional<Refusal> of(Fact fact, Conversation conversation) {
        if (conversation.isFollowUp() && isOfAnInquiry(InquiryFactKind.of(fact.kind()))) {
            return Optional.of(Refusal.FOLLOW_UP);
        }
        var measuredBy = fact.is(InquiryFactKind.BELONGS_TO) ? conversation.file() : conversation.root();
        var counted = measuredBy.counted(fact.occurredAt());
        return counted == null
                ? Optional.of(Refusal.BEFORE_RECEIPT)
                : Optional.ofNullable(tooLate(InquiryFactKind.of(fact.kind()), counted, conversation));
    }

    /** Whether it only means something where the mail is an inquiry of its own. */
    private static boolean isOfAnInquiry(InquiryFactKind kind) {
        return switch (kind) {
            case SYSTEM_SPAM, REJECTED, SPAM_REPORTED, WITHDRAWN, ALTERNATIVES_REQUESTED -> true;
            case RECEIVED, FOLLOW_UP, IN_THREAD, REPLIED, BOUNCED, BELONGS_TO, RETRACTED, RECLASSIFIED -> false;
        };
    }

    private static @Nullable Refusal tooLate(InquiryFactKind kind, Instant counted, Conversation conversation) {
        var clocks = conversation.file().clocks();
        var past =
                switch (kind) {
                    case REJECTED, SPAM_REPORTED ->
                        counted.isAfter(clocks.windowCloses()) ? Refusal.WINDOW_CLOSED : null;
                    case WITHDRAWN -> counted.isBefore(clocks.replyDeadline()) ? null : Refusal.DEADLINE_PASSED;
                    default -> null;
                };
        var yields = kind == InquiryFactKind.REJECTED || kind == InquiryFactKind.WITHDRAWN;
        return past == null && yields && conversation.known().answeredBy(counted) ? Refusal.ALREADY_ANSWERED : past;
    }
}
