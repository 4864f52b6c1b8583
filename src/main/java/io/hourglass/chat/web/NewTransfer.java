package io.hourglass.chat.web;

import io.hourglass.chat.intake.ChatReport;
import io.hourglass.chat.judging.ChatFactKind;
import io.hourglass.evidence.details.Detail;
import io.hourglass.evidence.input.Format;
import io.hourglass.evidence.input.Formatted;
import io.hourglass.evidence.input.Kept;
import io.hourglass.evidence.input.Parsed;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.FactId;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

@Schema(
        example =
                """
                {"id": "transfer-31", "buyer": "buyer-7", "from": "anna", "to": "ben", "shop": "supplier-3",
                 "occurredAt": "2026-03-02T06:40:00Z"}""")
record NewTransfer(
        @NotNull @Formatted(Format.ID) String id,
        @NotNull @Formatted(Format.ID) String buyer,
        @NotNull @Formatted(Format.ID) @Schema(description = "The account that hands the buyer over.") String from,
        @NotNull @Formatted(Format.ID) @Schema(description = "The account that gets it.") String to,
        @Formatted(Format.ID)
                @Schema(description = "Whose account the receiving one is: required for one that is not known yet.")
                @Nullable
                String shop,
        @Kept(Detail.CHANNEL) @Schema(defaultValue = "WEB") @Nullable String channel,
        @Formatted(Format.INSTANT)
                @Schema(description = "When it happened; now if left out. At most 5 minutes ahead.")
                @Nullable
                String occurredAt) {

    ChatReport report() {
        return ChatReport.builder()
                .id(new FactId(id))
                .kind(ChatFactKind.TRANSFERRED)
                .buyer(new BuyerId(buyer))
                .account(NewMessage.account("to", to))
                .from(NewMessage.account("from", from))
                .shop(NewMessage.shop(shop))
                .channel(Channel.sent(channel))
                .occurredAt(Parsed.instant(occurredAt))
                .build();
    }
}
