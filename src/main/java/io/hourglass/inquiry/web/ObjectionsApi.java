package io.hourglass.inquiry.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hourglass.inquiry.reading.Objections;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.rate.provisional.ProvisionalFigure;
import io.hourglass.rate.provisional.ProvisionalFigure.Change;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Facts")
class ObjectionsApi {

    private final Objections objections;

    ObjectionsApi(Objections objections) {
        this.objections = objections;
    }

    /** A supplier's provisional figure with all that is undecided taken as unanswered. */
    record Owed(
            int timely,
            @Schema(description = "Countable and decided, or undecided.") int owed,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable BigDecimal rate,
            @Schema(
                            description =
                                    "Of what would be: what it does to the rate as it stands, by exact integers; BEGINS and"
                                            + " ENDS where there is no rate before or after.")
                    @Nullable
                    Change change) {

        static Owed of(ProvisionalFigure now) {
            return of(now, (Change) null);
        }

        static @Nullable Owed of(ProvisionalFigure now, @Nullable ProvisionalFigure then) {
            return then == null ? null : of(then, now.to(then));
        }

        private static Owed of(ProvisionalFigure figure, @Nullable Change change) {
            return new Owed(figure.timely(), figure.owed(), figure.lowerBound(), change);
        }
    }

    /** What may still be done about an inquiry instead of answering it, and what the figure would be then. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record OutlookView(
            @Nullable Owed now,
            @Schema(description = "Null if a rule would refuse it now, or it is out of the rate anyway.") @Nullable
                    Owed ifRejected,
            @Schema(description = "Null if a rule would refuse it now, or it is out of the rate anyway.") @Nullable
                    Owed ifReported) {}

    @GetMapping("/api/inquiries/{inquiry}/objections/outlook")
    @Operation(
            summary = "What rejecting or reporting an inquiry would do to its supplier's figure",
            description =
                    "Before it is done, over the thirty days up to today. `change` says whether it raises the rate, leaves it or lowers it.")
    OutlookView outlook(@PathVariable String inquiry) {
        var outlook = objections.of(new InquiryId(inquiry));
        return new OutlookView(
                Owed.of(outlook.now()),
                Owed.of(outlook.now(), outlook.rejected()),
                Owed.of(outlook.now(), outlook.reported()));
    }
}
