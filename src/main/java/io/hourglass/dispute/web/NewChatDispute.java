package io.hourglass.dispute.web;

import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.judging.ChatFactKind;
import io.hourglass.dispute.RaiseDispute.Raised;
import io.hourglass.dispute.kept.Claim;
import io.hourglass.dispute.kept.Dispute;
import io.hourglass.dispute.kept.DisputeId;
import io.hourglass.evidence.input.Format;
import io.hourglass.evidence.input.Formatted;
import io.hourglass.evidence.input.OneOf;
import io.hourglass.evidence.input.Parsed;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.ids.FactId;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

@Schema(
        example =
                """
                {"id": "dispute-8", "evidence": "Exported chat of 2 March, line 12: written by Anna at 14:35.",
                 "claim": {"kind": "WROTE", "occurredAt": "2026-03-02T06:35:00Z", "author": "HUMAN"}}""")
record NewChatDispute(
        @NotNull @Formatted(Format.ID) String id,
        @NotNull @Valid NewChatClaim claim,
        @NotBlank @Size(max = Dispute.MAX_WORDS) String evidence) {

    enum Kind {
        WROTE,
        RECLASSIFIED,
        RETRACTED
    }

    record NewChatClaim(
            @NotNull @OneOf(Kind.class) String kind,
            @Formatted(Format.INSTANT)
                    @Schema(
                            description =
                                    "When the account wrote, on the consultation's day; left out for corrections.")
                    @Nullable
                    String occurredAt,
            @OneOf(AuthorKind.class)
                    @Schema(description = "Of WROTE, and what a RECLASSIFIED message is to have.")
                    @Nullable
                    String author,
            @Formatted(Format.FACT)
                    @Schema(description = "The fact of this consultation that RECLASSIFIED or RETRACTED speaks about.")
                    @Nullable
                    String about) {

        Claim claim() {
            var at = Parsed.instant(occurredAt);
            return new Claim(
                    ChatFactKind.valueOf(kind),
                    at == null ? null : at.truncatedTo(ChronoUnit.MILLIS),
                    author == null ? null : AuthorKind.valueOf(author),
                    about == null ? null : new FactId(about));
        }
    }

    Raised by(String name, ConsultationId consultation) {
        return new Raised(new DisputeId(id), consultation, claim.claim(), evidence, name);
    }
}
