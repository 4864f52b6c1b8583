package io.hourglass.chat.web;

import io.hourglass.chat.intake.ChatReport;
import io.hourglass.chat.judging.ChatFactKind;
import io.hourglass.evidence.details.Detail;
import io.hourglass.evidence.details.FactText;
import io.hourglass.evidence.input.Format;
import io.hourglass.evidence.input.Formatted;
import io.hourglass.evidence.input.Kept;
import io.hourglass.evidence.input.OneOf;
import io.hourglass.evidence.input.Parsed;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.FactId;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** An earlier fact of chat was none, or its author another; the earlier fact stays as it is. */
@Schema(
        example =
                """
                {"id": "correction-9", "kind": "RECLASSIFIED", "about": "msg-7002", "author": "AUTO_REPLY",
                 "reason": "Sent by the quick-reply program"}""")
record NewCorrection(
        @NotNull @Formatted(Format.ID) String id,
        @NotNull @OneOf(Kind.class) String kind,
        @NotNull
                @Formatted(Format.FACT)
                @Schema(description = "A message, transfer or mark; for RECLASSIFIED a message of an account.")
                String about,
        @OneOf(AuthorKind.class)
                @Schema(description = "Who really wrote it: required for RECLASSIFIED, else forbidden.")
                @Nullable
                String author,
        @Formatted(Format.INSTANT)
                @Schema(description = "When it was corrected; now if left out. At most 5 minutes ahead.")
                @Nullable
                String occurredAt,
        @Kept(Detail.REASON) @Nullable String reason) {

    enum Kind {
        RETRACTED,
        RECLASSIFIED
    }

    /** @throws InvalidInput if RECLASSIFIED has no author, or RETRACTED has one */
    ChatReport report(@Nullable String by) {
        var reclassified = Kind.valueOf(kind) == Kind.RECLASSIFIED;
        if (reclassified != (author != null)) {
            throw new InvalidInput(
                    "author", author, reclassified ? "given for RECLASSIFIED" : "left out unless kind is RECLASSIFIED");
        }
        return ChatReport.builder()
                .id(new FactId(id))
                .kind(ChatFactKind.valueOf(kind))
                .author(author == null ? null : AuthorKind.valueOf(author))
                .actor(by)
                .channel(Channel.WEB)
                .occurredAt(Parsed.instant(occurredAt))
                .about(new FactId(about))
                .text(new FactText(null, reason))
                .build();
    }
}
