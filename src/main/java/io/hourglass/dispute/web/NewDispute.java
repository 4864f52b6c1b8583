package io.hourglass.dispute.web;

import io.hourglass.dispute.RaiseDispute;
import io.hourglass.dispute.kept.Claim;
import io.hourglass.dispute.kept.Dispute;
import io.hourglass.dispute.kept.DisputeId;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

@Schema(
        example =
                """
                {"id": "dispute-7", "evidence": "Mail server log of 3 March, line 4711: accepted by the buyer's server.",
                 "claim": {"kind": "REPLIED", "occurredAt": "2026-03-03T01:12:00Z", "author": "HUMAN"}}""")
record NewDispute(
        @NotNull String id, @NotNull @Valid NewClaim claim, @NotBlank @Size(max = Dispute.MAX_WORDS) String evidence) {

    record NewClaim(
            @NotNull @Schema(description = "REPLIED, REJECTED, SPAM_REPORTED, RECLASSIFIED, RETRACTED or BELONGS_TO.")
                    InquiryFactKind kind,
            @Schema(description = "When it happened; left out for RECLASSIFIED, RETRACTED and BELONGS_TO.") @Nullable
                    Instant occurredAt,
            @Schema(description = "Of REPLIED, and what a RECLASSIFIED reply is to have.") @Nullable AuthorKind author,
            @Schema(
                            description =
                                    "The fact that RECLASSIFIED or RETRACTED speaks about; of BELONGS_TO the earlier"
                                            + " inquiry of the same pair that the mail follows up, or its own id.")
                    @Nullable
                    String about) {

        Claim claim() {
            return new Claim(
                    kind,
                    occurredAt == null ? null : occurredAt.truncatedTo(ChronoUnit.MILLIS),
                    author,
                    about == null ? null : new FactId(about));
        }
    }

    RaiseDispute.Raised by(String name, InquiryId inquiry) {
        return new RaiseDispute.Raised(new DisputeId(id), inquiry, claim.claim(), evidence, name);
    }
}
