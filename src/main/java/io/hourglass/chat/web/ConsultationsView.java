package io.hourglass.chat.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hourglass.chat.judging.ChatState;
import io.hourglass.chat.reading.ConsultationOfDay;
import io.hourglass.kernel.lists.ListPage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of consultations. */
record ConsultationsView(
        @Schema(description = "From 0.") int page, int size, int total, List<ConsultationOfDayView> items) {

    /** One of them. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ConsultationOfDayView(
            String consultation,
            String account,
            String buyer,
            LocalDate day,
            @Schema(description = "Since when the buyer has asked.") Instant openedAt,
            @Schema(description = "By a message of the buyer, or because another account handed the buyer over.")
                    ConsultationOfDay.Opening openedBy,
            @Schema(description = "Judged as of now.") ChatState state,
            @Schema(description = "Whole minutes until the day ends; only while OPEN.") @Nullable Long minutesLeft) {

        static ConsultationOfDayView of(ConsultationOfDay one, Instant asOf) {
            var kept = one.kept();
            return new ConsultationOfDayView(
                    kept.id().value(),
                    kept.account().value(),
                    kept.buyer().value(),
                    kept.day(),
                    one.openedAt(),
                    one.opening(),
                    one.state(),
                    one.state().pending()
                            ? Duration.between(asOf, one.dayEnds()).toMinutes()
                            : null);
        }
    }

    static ConsultationsView of(ListPage<ConsultationOfDay> found, Instant asOf) {
        return new ConsultationsView(
                found.query().page(),
                found.query().size(),
                found.countedTotal(),
                found.items().stream()
                        .map(one -> ConsultationOfDayView.of(one, asOf))
                        .toList());
    }
}
