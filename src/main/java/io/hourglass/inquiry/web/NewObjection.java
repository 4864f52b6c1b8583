package io.hourglass.inquiry.web;

import io.hourglass.evidence.details.Detail;
import io.hourglass.evidence.details.FactText;
import io.hourglass.evidence.input.Format;
import io.hourglass.evidence.input.Formatted;
import io.hourglass.evidence.input.Kept;
import io.hourglass.evidence.input.Parsed;
import io.hourglass.inquiry.intake.FactReport;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** A rejection or a spam report; "no value to me" is reason enough (R10, R11). */
@Schema(
        example =
                """
                {"id": "objection-77", "supplier": "supplier-3", "actor": "li.wei",
                 "occurredAt": "2026-03-02T06:30:00Z", "reason": "We make no pumps"}""")
record NewObjection(
        @NotNull @Formatted(Format.ID) String id,
        @NotNull @Formatted(Format.ID) String supplier,
        @Kept(Detail.ACTOR) @Schema(description = "Who acted, in your own terms.") @Nullable String actor,
        @Kept(Detail.CHANNEL) @Schema(defaultValue = "WEB") @Nullable String channel,
        @Formatted(Format.INSTANT)
                @Schema(description = "When it happened; now if left out. At most 5 minutes ahead.")
                @Nullable
                String occurredAt,
        @Kept(Detail.REASON) @Nullable String reason) {

    FactReport report(InquiryId inquiry, InquiryFactKind kind) {
        return FactReport.builder()
                .id(new FactId(id))
                .inquiry(inquiry)
                .kind(kind)
                .supplier(new SupplierId(supplier))
                .actor(actor)
                .channel(Channel.sent(channel))
                .occurredAt(Parsed.instant(occurredAt))
                .text(new FactText(null, reason))
                .build();
    }
}
