package io.hourglass.chat.web;

import io.hourglass.chat.AccountId;
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
import io.hourglass.kernel.ids.SupplierId;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

@Schema(
        example =
                """
                {"id": "msg-7001", "buyer": "buyer-7", "account": "anna", "shop": "supplier-3", "author": "BUYER",
                 "channel": "CHAT", "occurredAt": "2026-03-02T06:30:00Z", "text": "Is it in stock?"}""")
record NewMessage(
        @NotNull @Formatted(Format.ID) String id,
        @NotNull @Formatted(Format.ID) String buyer,
        @NotNull @Formatted(Format.ID) String account,
        @Formatted(Format.ID)
                @Schema(description = "Whose account it is: required for one that is not known yet.")
                @Nullable
                String shop,
        @NotNull
                @OneOf(MessageAuthor.class)
                @Schema(
                        description =
                                "BUYER for a message to the account; else who wrote it on the account's side. Which kinds count is policy.")
                String author,
        @Kept(Detail.ACTOR)
                @Schema(description = "The person or program behind the account, in your own terms.")
                @Nullable
                String actor,
        @Kept(Detail.CHANNEL) @Schema(defaultValue = "WEB") @Nullable String channel,
        @Formatted(Format.INSTANT)
                @Schema(description = "When it was sent; now if left out. At most 5 minutes ahead.")
                @Nullable
                String occurredAt,
        @Kept(Detail.TEXT) @Nullable String text) {

    ChatReport report() {
        var by = MessageAuthor.valueOf(author);
        return ChatReport.builder()
                .id(new FactId(id))
                .kind(by == MessageAuthor.BUYER ? ChatFactKind.ASKED : ChatFactKind.WROTE)
                .buyer(new BuyerId(buyer))
                .account(NewMessage.account("account", account))
                .shop(shop(shop))
                .author(by.kind())
                .actor(actor)
                .channel(Channel.sent(channel))
                .occurredAt(Parsed.instant(occurredAt))
                .text(new FactText(null, text))
                .build();
    }

    static @Nullable SupplierId shop(@Nullable String shop) {
        return shop == null ? null : new SupplierId(shop);
    }

    /** @throws InvalidInput if it is too long for one */
    static AccountId account(String field, String id) {
        try {
            return new AccountId(id);
        } catch (InvalidInput e) {
            throw new InvalidInput(field, e.value(), e.rule());
        }
    }
}
