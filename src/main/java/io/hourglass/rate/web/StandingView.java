package io.hourglass.rate.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hourglass.rate.numbers.Publication;
import io.hourglass.rate.standing.Display;
import io.hourglass.rate.standing.Interval;
import io.hourglass.rate.standing.Standing;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a supplier stands. What is null is not known: without data there is no rate and no interval. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record StandingView(
        String supplier,
        @Schema(description = "The date of the numbers.") LocalDate on,
        Publication.Status status,
        LocalDate windowFrom,
        @Schema(description = "Included.") LocalDate windowTo,
        @Nullable Integer timely,
        @Schema(description = "The sample.") @Nullable Integer countable,
        @Schema(description = "Six digits, rounded half up.") @Nullable BigDecimal rate,
        @Schema(description = "Of Wilson's interval at 95 %; six digits, rounded down.") @Nullable
                BigDecimal lowerBound,
        @Schema(description = "Of the same; rounded up.") @Nullable BigDecimal upperBound,
        @Schema(description = "The published rate passes the gate, by exact integers.") boolean rfqOpen,
        @Schema(description = "The lower bound passes the gate as well.") boolean proven,
        @Schema(
                        description =
                                "How many more of the same inquiries, answered in time, would have made the rate that of the gate.")
                int timelyMissing,
        @Schema(description = "How many more countable inquiries the gate asks for.") int countableMissing,
        @Schema(description = "For search results; neutral for newcomers.") BigDecimal exposureWeight,
        Display display,
        @Schema(description = "Of the rules of standing.") int policyVersion) {

    static final List<String> COLUMNS = List.of(
            "supplier",
            "on",
            "status",
            "windowFrom",
            "windowTo",
            "timely",
            "countable",
            "rate",
            "lowerBound",
            "upperBound",
            "rfqOpen",
            "proven",
            "exposureWeight",
            "display",
            "policyVersion");

    private static final int DIGITS = 6;

    static StandingView of(Standing standing) {
        var publication = standing.publication();
        var number = publication.number();
        return new StandingView(
                standing.subject().id(),
                publication.on(),
                publication.status(),
                publication.windowFrom(),
                publication.windowTo(),
                number == null ? null : number.timely(),
                number == null ? null : number.countable(),
                publication.rate(),
                lower(standing.interval()),
                upper(standing.interval()),
                standing.rfqOpen(),
                standing.proven(),
                standing.timelyMissing(),
                standing.countableMissing(),
                standing.exposure(),
                standing.display(),
                standing.policy().version());
    }

    /** In the order of {@link #COLUMNS}; empty where nothing is known. */
    List<String> row() {
        return Stream.<@Nullable Object>of(
                        supplier,
                        on,
                        status,
                        windowFrom,
                        windowTo,
                        timely,
                        countable,
                        rate,
                        lowerBound,
                        upperBound,
                        rfqOpen,
                        proven,
                        exposureWeight,
                        display,
                        policyVersion)
                .map(value -> Objects.toString(value, ""))
                .toList();
    }

    private static @Nullable BigDecimal lower(@Nullable Interval interval) {
        return interval == null ? null : BigDecimal.valueOf(interval.lower()).setScale(DIGITS, RoundingMode.FLOOR);
    }

    private static @Nullable BigDecimal upper(@Nullable Interval interval) {
        return interval == null ? null : BigDecimal.valueOf(interval.upper()).setScale(DIGITS, RoundingMode.CEILING);
    }
}
