package io.hourglass.inquiry.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hourglass.rate.numbers.Publication;
import io.hourglass.rate.numbers.PublishedNumber;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A supplier's published number on a date, or why there is none; without data there is no rate, not 0 % or 100 %. */
record NumberView(
        String supplier,
        LocalDate on,
        Publication.Status status,
        @Schema(description = "1 for the first publication.") @Nullable Integer revision,
        @Schema(description = "The first natural day that the date's numbers cover.") LocalDate windowFrom,
        @Schema(description = "The last of them, included.") LocalDate windowTo,
        @Nullable Integer timely,
        @Schema(description = "The sample: timely, late and unanswered inquiries.") @Nullable Integer countable,
        @JsonInclude(JsonInclude.Include.ALWAYS)
                @Schema(description = "timely / countable, six digits, rounded half up; null if there is no number.")
                @Nullable
                BigDecimal rate,
        @Nullable Instant publishedAt,
        @Schema(description = "When the date's numbers are due, if that lies ahead.") @Nullable Instant dueAt,
        @Schema(
                        description =
                                "The root of the ledger's seal of the window's last day, which holds this number; of the"
                                        + " first revision alone, as further ones are records under later seals.")
                @Nullable
                String ledgerRoot) {

    static NumberView of(Publication publication) {
        return of(publication, null);
    }

    static NumberView of(Publication publication, @Nullable String ledgerRoot) {
        var number = publication.number();
        return number == null ? without(publication) : of(number, ledgerRoot);
    }

    static NumberView of(PublishedNumber number, @Nullable String ledgerRoot) {
        return new NumberView(
                number.subject().id(),
                number.publishedOn(),
                Publication.Status.PUBLISHED,
                number.revision(),
                number.windowFrom(),
                number.windowTo(),
                number.timely(),
                number.countable(),
                number.rate(),
                number.publishedAt(),
                null,
                number.revision() == 1 ? ledgerRoot : null);
    }

    private static NumberView without(Publication publication) {
        return new NumberView(
                publication.subject().id(),
                publication.on(),
                publication.status(),
                null,
                publication.windowFrom(),
                publication.windowTo(),
                null,
                null,
                null,
                null,
                publication.dueAt(),
                null);
    }
}
