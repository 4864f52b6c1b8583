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
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** The buyer takes its inquiry back. */
@Schema(
        example =
                """
                {"id": "back-12", "buyer": "buyer-7", "occurredAt": "2026-03-02T09:00:00Z", "reason": "Bought elsewhere"}""")
record NewWithdrawal(
        @NotNull @Formatted(Format.ID) String id,
        @NotNull @Formatted(Format.ID) String buyer,
        @Kept(Detail.CHANNEL) @Schema(defaultValue = "WEB") @Nullable String channel,
        @Formatted(Format.INSTANT)
                @Schema(description = "When it happened; now if left out. At most 5 minutes ahead.")
                @Nullable
                String occurredAt,
        @Kept(Detail.REASON) @Nullable String reason) {

    FactReport report(InquiryId inquiry) {
        return FactReport.builder()
                .id(new FactId(id))
                .inquiry(inquiry)
                .kind(InquiryFactKind.WITHDRAWN)
                .buyer(new BuyerId(buyer))
                .actor(buyer)
                .channel(Channel.sent(channel))
                .occurredAt(Parsed.instant(occurredAt))
                .text(new FactText(null, reason))
                .build();
    }
}
