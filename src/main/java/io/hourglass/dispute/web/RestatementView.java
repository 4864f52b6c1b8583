package io.hourglass.dispute.web;

import io.hourglass.dispute.kept.Dispute;
import io.hourglass.dispute.kept.RestatedNumber;
import io.hourglass.rate.numbers.Share;
import io.hourglass.rate.standing.Crossing;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A restated number, with who decided it, why, and on what evidence. */
record RestatementView(
        String dispute,
        @Schema(description = "Left out for a case of another track.") @Nullable String inquiry,
        String track,
        String caseId,
        String supplier,
        @Schema(description = "Whose number it is: the supplier; of chat an account, behind a colon, or the shop.")
                String subject,
        RestatedNumberView number,
        Instant restatedAt,
        @Nullable String decidedBy,
        @Nullable String reason,
        String evidence) {

    record RestatedNumberView(
            LocalDate on,
            int revision,
            int timelyBefore,
            int countableBefore,
            @Nullable BigDecimal rateBefore,
            int timely,
            int countable,
            @Nullable BigDecimal rate,
            @Schema(description = "What it does to the RFQ gate of its date; left out if it stays on its side.")
                    @Nullable
                    Crossing crossed) {

        static RestatedNumberView of(RestatedNumber number) {
            return new RestatedNumberView(
                    number.publishedOn(),
                    number.revision(),
                    number.timelyBefore(),
                    number.countableBefore(),
                    Share.of(number.timelyBefore(), number.countableBefore()),
                    number.timely(),
                    number.countable(),
                    Share.of(number.timely(), number.countable()),
                    number.crossed());
        }
    }

    static RestatementView of(RestatedNumber number, Dispute dispute) {
        var decision = dispute.decision();
        return new RestatementView(
                number.dispute().value(),
                DisputeView.inquiry(dispute.caseId()),
                dispute.caseId().track().name(),
                dispute.caseId().value(),
                number.supplier().value(),
                number.subject().id(),
                RestatedNumberView.of(number),
                number.at(),
                decision == null ? null : decision.by(),
                decision == null ? null : decision.reason(),
                dispute.evidence());
    }
}
