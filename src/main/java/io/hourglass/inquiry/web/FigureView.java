package io.hourglass.inquiry.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hourglass.rate.provisional.ProvisionalFigure;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Shares are decimals of six digits, rounded half up; null where the denominator is 0. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record FigureView(
        String supplier,
        LocalDate windowFrom,
        @Schema(description = "Today in the marketplace zone, included.") LocalDate windowTo,
        int timely,
        @Schema(description = "Decided and countable, as of now.") int countable,
        @Schema(description = "Pending: the deadline lies ahead.") int undecided,
        @Nullable BigDecimal rate,
        @Nullable BigDecimal undecidedShare,
        @Schema(description = "If all that is undecided fails.") @Nullable BigDecimal lowerBound,
        @Schema(description = "If all that is undecided turns out timely.") @Nullable BigDecimal upperBound,
        Instant asOf) {

    static FigureView of(ProvisionalFigure figure) {
        return new FigureView(
                figure.subject().id(),
                figure.windowFrom(),
                figure.windowTo(),
                figure.timely(),
                figure.countable(),
                figure.undecided(),
                figure.rate(),
                figure.undecidedShare(),
                figure.lowerBound(),
                figure.upperBound(),
                figure.asOf());
    }
}
