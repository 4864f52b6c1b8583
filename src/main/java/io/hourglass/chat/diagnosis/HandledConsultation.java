package io.hourglass.chat.diagnosis;

import io.hourglass.chat.AccountId;
import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.judging.ChatState;
import io.hourglass.kernel.facts.AuthorKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A consultation of a shop, and how it went.
 *
 * @param day the natural day that it belongs to
 * @param transferred whether a transfer opened it, and not a message of the buyer
 * @param answeredBy the kind of author of the answer that decided; null unless it is ANSWERED
 * @param wroteAt when persons wrote to the buyer from the account on that day (HUMAN, AI_ASSISTED), in any order: they show when
 *     somebody was there
 * @param givenAwayAt when the account handed the buyer over to another first; null if it did not
 * @param blockedAt when the account blocked the buyer first; null if it did not
 */
@Value.Builder
public record HandledConsultation(
        ConsultationId id,
        AccountId account,
        LocalDate day,
        Instant openedAt,
        boolean transferred,
        ChatState state,
        @Nullable AuthorKind answeredBy,
        List<Instant> wroteAt,
        @Nullable Instant givenAwayAt,
        @Nullable Instant blockedAt) {

    public HandledConsultation {
        wroteAt = List.copyOf(wroteAt);
    }

    /** Opened by the buyer, handed on to nobody, not blocked; nobody wrote. */
    public static HandledConsultationBuilder builder() {
        return new HandledConsultationBuilder().transferred(false).wroteAt(List.of());
    }

    boolean isUnanswered() {
        return state == ChatState.UNANSWERED;
    }
}
