package io.hourglass.inquiry.web;

import io.hourglass.evidence.details.Detail;
import io.hourglass.evidence.details.FactText;
import io.hourglass.evidence.input.Format;
import io.hourglass.evidence.input.Formatted;
import io.hourglass.evidence.input.Kept;
import io.hourglass.evidence.input.OneOf;
import io.hourglass.evidence.input.Parsed;
import io.hourglass.inquiry.intake.FactReport;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Schema(
        example =
                """
                {"id": "reply-501", "supplier": "supplier-3", "author": "HUMAN", "actor": "li.wei", "channel": "INBOX",
                 "occurredAt": "2026-03-02T06:30:00Z", "messageId": "<501@supplier.example>", "text": "38 USD each.",
                 "cc": ["purchasing@buyer.example"]}""")
record NewReply(
        @NotNull @Formatted(Format.ID) String id,
        @NotNull @Formatted(Format.ID) String supplier,
        @NotNull @OneOf(AuthorKind.class) @Schema(description = "Which kinds count is policy, see /api/policy.")
                String author,
        @Kept(Detail.ACTOR) @Schema(description = "Who wrote it, in your own terms.") @Nullable String actor,
        @Kept(Detail.CHANNEL) @Schema(defaultValue = "WEB") @Nullable String channel,
        @Formatted(Format.INSTANT)
                @Schema(description = "When it was sent; now if left out. At most 5 minutes ahead.")
                @Nullable
                String occurredAt,
        @Kept(Detail.MESSAGE_ID) @Schema(description = "The Message-ID of the reply: it joins the thread.") @Nullable
                String messageId,
        @Kept(Detail.TEXT) @Nullable String text,
        @Schema(description = "Mail addresses that got a copy: of those that are some the first 10 are kept.") @Nullable
                List<@Nullable String> cc) {

    FactReport report(InquiryId inquiry) {
        return FactReport.builder()
                .id(new FactId(id))
                .inquiry(inquiry)
                .kind(InquiryFactKind.REPLIED)
                .supplier(new SupplierId(supplier))
                .author(AuthorKind.valueOf(author))
                .actor(actor)
                .channel(Channel.sent(channel))
                .occurredAt(Parsed.instant(occurredAt))
                .messageId(messageId)
                .text(new FactText(
                        null,
                        text,
                        cc == null
                                ? List.of()
                                : cc.stream().map(String::valueOf).toList()))
                .build();
    }
}
