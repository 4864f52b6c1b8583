package io.hourglass.chat.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hourglass.chat.AccountId;
import io.hourglass.chat.accounts.ChatAccount;
import io.hourglass.kernel.ids.Subject;
import io.hourglass.rate.numbers.Publication;
import io.hourglass.rate.numbers.PublishedNumber;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A published chat reply rate, or why there is none; without data there is no rate, neither 0 % nor 100 %. */
record ChatNumberView(
        @Schema(description = "Whose it is; absent of a shop's.") @Nullable String account,
        LocalDate on,
        Publication.Status status,
        @Schema(description = "1 for the first publication.") @Nullable Integer revision,
        @Schema(description = "The first calendar day that the date's numbers cover.") LocalDate windowFrom,
        @Schema(description = "The last of them, included.") LocalDate windowTo,
        @Nullable Integer answered,
        @Schema(description = "The sample: answered and unanswered consultations.") @Nullable Integer countable,
        @JsonInclude(JsonInclude.Include.ALWAYS)
                @Schema(description = "answered / countable, six digits, rounded half up; null if there is no number.")
                @Nullable
                BigDecimal rate,
        @Nullable Instant publishedAt) {

    static ChatNumberView of(Publication publication) {
        var number = publication.number();
        return number == null
                ? new ChatNumberView(
                        account(publication.subject()),
                        publication.on(),
                        publication.status(),
                        null,
                        publication.windowFrom(),
                        publication.windowTo(),
                        null,
                        null,
                        null,
                        null)
                : of(number);
    }

    static ChatNumberView of(PublishedNumber number) {
        return new ChatNumberView(
                account(number.subject()),
                number.publishedOn(),
                Publication.Status.PUBLISHED,
                number.revision(),
                number.windowFrom(),
                number.windowTo(),
                number.timely(),
                number.countable(),
                number.rate(),
                number.publishedAt());
    }

    static @Nullable String account(Subject subject) {
        return ChatAccount.of(subject).map(AccountId::value).orElse(null);
    }
}
