package io.hourglass.inquiry.web;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.hourglass.evidence.details.Detail;
import io.hourglass.evidence.details.FactText;
import io.hourglass.evidence.input.Format;
import io.hourglass.evidence.input.Formatted;
import io.hourglass.evidence.input.Kept;
import io.hourglass.evidence.input.Parsed;
import io.hourglass.inquiry.intake.Answered;
import io.hourglass.inquiry.intake.Submission;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@Schema(
        example =
                """
                {"id": "inq-1001", "buyer": "buyer-7", "supplier": "supplier-3", "channel": "MAIL",
                 "category": "Machinery/Pumps", "receivedAt": "2026-03-02T02:00:00Z",
                 "messageId": "<1001@mail.example>", "subject": "Pump, 40 m head", "text": "Your best price for 50?"}""")
record NewInquiry(
        @NotNull @Formatted(Format.ID) String id,
        @NotNull @Formatted(Format.ID) String buyer,
        @NotNull @Formatted(Format.ID) String supplier,
        @Kept(Detail.CHANNEL) @Schema(defaultValue = "WEB") @Nullable String channel,
        @Kept(Detail.CATEGORY) @Nullable String category,
        @Formatted(Format.INSTANT)
                @Schema(description = "When the buyer sent it; now if left out. At most 5 minutes ahead.")
                @Nullable
                String receivedAt,
        @Kept(Detail.MESSAGE_ID) @Schema(description = "The Message-ID of the buyer's mail.") @Nullable
                String messageId,
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
                @Schema(
                        description =
                                "Of both headers the first 100 different ids are kept. What the mail answers: its In-Reply-To header as a text, or the ids in it as an array;"
                                        + " with brackets or without. In a thread that is known now or later it is a follow-up.")
                @Nullable
                List<@Nullable String> inReplyTo,
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
                @Schema(
                        description =
                                "The mail's References header, in the same ways. Asked after inReplyTo, the last first.")
                @Nullable
                List<@Nullable String> references,
        @Kept(Detail.SUBJECT) @Nullable String subject,
        @Kept(Detail.TEXT) @Nullable String text,
        @Schema(description = "The system judges it spam, for the reason in spamReason.") @Nullable Boolean systemSpam,
        @Kept(Detail.SPAM_REASON) @Schema(description = "Required if systemSpam is true, else forbidden.") @Nullable
                String spamReason) {

    /** @throws InvalidInput if there is a reason without a flag, or a flag without a reason */
    Submission submission() {
        if (Boolean.TRUE.equals(systemSpam) && spamReason == null) {
            throw new InvalidInput("spamReason", null, "given when systemSpam is true");
        }
        if (spamReason != null && !Boolean.TRUE.equals(systemSpam)) {
            throw new InvalidInput("spamReason", spamReason, "left out unless systemSpam is true");
        }
        return Submission.builder()
                .id(new InquiryId(id))
                .buyer(new BuyerId(buyer))
                .supplier(new SupplierId(supplier))
                .channel(Channel.sent(channel))
                .category(category)
                .receivedAt(Parsed.instant(receivedAt))
                .messageId(messageId)
                .answers(answered())
                .spamReason(spamReason)
                .text(new FactText(subject, text))
                .build();
    }

    private @Nullable Answered answered() {
        return inReplyTo == null && references == null ? null : new Answered(texts(inReplyTo), texts(references));
    }

    private static List<String> texts(@Nullable List<@Nullable String> header) {
        return header == null
                ? List.of()
                : header.stream().flatMap(Stream::ofNullable).toList();
    }
}
