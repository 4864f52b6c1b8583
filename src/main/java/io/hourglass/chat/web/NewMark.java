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
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.FactId;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** What is known of a buyer's account, for which its chats do not count. */
@Schema(
        example =
                """
                {"id": "mark-2", "buyer": "buyer-7", "mark": "OWN", "shop": "supplier-3", "occurredAt": "2026-03-02T06:00:00Z",
                 "reason": "The shop's own test account"}""")
record NewMark(
        @NotNull @Formatted(Format.ID) String id,
        @NotNull @Formatted(Format.ID) String buyer,
        @NotNull @OneOf(Mark.class) String mark,
        @Formatted(Format.ID) @Schema(description = "Whose own it is: required for OWN, else forbidden.") @Nullable
                String shop,
        @Formatted(Format.INSTANT)
                @Schema(
                        description =
                                "From when on it holds, STAFF and OWN for that whole day; now if left out. At most 5 minutes ahead.")
                @Nullable
                String occurredAt,
        @Kept(Detail.REASON) @Nullable String reason) {

    enum Mark {
        STAFF(ChatFactKind.MARKED_STAFF),
        OWN(ChatFactKind.MARKED_OWN),
        ABNORMAL(ChatFactKind.MARKED_ABNORMAL);

        private final ChatFactKind kind;

        Mark(ChatFactKind kind) {
            this.kind = kind;
        }
    }

    /** @throws InvalidInput if OWN names no shop, or another mark one */
    ChatReport report(@Nullable String by) {
        var kind = Mark.valueOf(mark);
        if ((kind == Mark.OWN) != (shop != null)) {
            throw new InvalidInput("shop", shop, kind == Mark.OWN ? "given for OWN" : "left out unless mark is OWN");
        }
        return ChatReport.builder()
                .id(new FactId(id))
                .kind(kind.kind)
                .buyer(new BuyerId(buyer))
                .shop(NewMessage.shop(shop))
                .actor(by)
                .channel(Channel.WEB)
                .occurredAt(Parsed.instant(occurredAt))
                .text(new FactText(null, reason))
                .build();
    }
}
