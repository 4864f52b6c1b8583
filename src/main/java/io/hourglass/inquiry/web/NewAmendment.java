package io.hourglass.inquiry.web;

import io.hourglass.evidence.details.Detail;
import io.hourglass.evidence.details.FactText;
import io.hourglass.evidence.input.Format;
import io.hourglass.evidence.input.Formatted;
import io.hourglass.evidence.input.Kept;
import io.hourglass.evidence.input.OneOf;
import io.hourglass.evidence.input.Parsed;
import io.hourglass.inquiry.intake.FactReport;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A further fact that speaks about an earlier one, which stays as it is. */
@Schema(
        example =
                """
                {"id": "amendment-9", "kind": "RECLASSIFIED", "about": "reply-501", "author": "AUTO_REPLY",
                 "occurredAt": "2026-03-02T08:00:00Z", "reason": "An out-of-office notice"}""")
record NewAmendment(
        @NotNull @Formatted(Format.ID) String id,
        @NotNull @OneOf(Amendment.class) String kind,
        @NotNull
                @Formatted(Format.FACT)
                @Schema(description = "The fact it speaks about: for RECLASSIFIED and BOUNCED a reply.")
                String about,
        @OneOf(AuthorKind.class)
                @Schema(description = "Who really wrote the reply: required for RECLASSIFIED, else forbidden.")
                @Nullable
                String author,
        @Formatted(Format.INSTANT)
                @Schema(description = "When it happened; now if left out. At most 5 minutes ahead.")
                @Nullable
                String occurredAt,
        @Kept(Detail.REASON) @Nullable String reason) {

    /** @throws InvalidInput if RECLASSIFIED has no author, or another kind has one */
    FactReport report(InquiryId inquiry) {
        return FactReport.builder()
                .id(new FactId(id))
                .inquiry(inquiry)
                .kind(Amendment.valueOf(kind).kind())
                .author(authorKind())
                .channel(Channel.WEB)
                .occurredAt(Parsed.instant(occurredAt))
                .about(new FactId(about))
                .text(new FactText(null, reason))
                .build();
    }

    private @Nullable AuthorKind authorKind() {
        var reclassified = Amendment.valueOf(kind) == Amendment.RECLASSIFIED;
        if (reclassified && author == null) {
            throw new InvalidInput(
                    "author",
                    null,
                    "given for RECLASSIFIED: one of "
                            + Stream.of(AuthorKind.values()).map(Enum::name).collect(Collectors.joining(", ")));
        }
        if (!reclassified && author != null) {
            throw new InvalidInput("author", author, "left out unless kind is RECLASSIFIED");
        }
        return author == null ? null : AuthorKind.valueOf(author);
    }
}
