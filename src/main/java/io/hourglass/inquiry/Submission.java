package io.hourglass.inquiry;

import io.hourglass.evidence.Detail;
import io.hourglass.evidence.Details;
import io.hourglass.evidence.FactText;
import io.hourglass.evidence.Fitted;
import io.hourglass.kernel.BuyerId;
import io.hourglass.kernel.FactId;
import io.hourglass.kernel.InquiryId;
import io.hourglass.kernel.SupplierId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An inquiry as it comes in.
 *
 * @param receivedAt null means the present instant
 * @param messageId the Message-ID of the buyer's mail
 * @param inReplyTo the Message-ID that the mail answers: if it is of a known thread, this is a follow-up (R3)
 * @param spamReason why the system judges it spam; null if it does not (R9)
 */
public record Submission(
        InquiryId id,
        BuyerId buyer,
        SupplierId supplier,
        String channel,
        @Nullable String category,
        @Nullable Instant receivedAt,
        @Nullable String messageId,
        @Nullable String inReplyTo,
        @Nullable String spamReason,
        FactText text) {

    FactId factId() {
        return new FactId(id.value());
    }

    /** As it can be kept. */
    Fitted<Submission> fitted() {
        var details = new Details();
        var kept = new Submission(
                id,
                buyer,
                supplier,
                details.channel(channel),
                details.line(Detail.CATEGORY, category),
                receivedAt,
                details.line(Detail.MESSAGE_ID, messageId),
                new Details().line(Detail.MESSAGE_ID, inReplyTo),
                details.text(Detail.SPAM_REASON, spamReason),
                text.kept(Detail.TEXT, details));
        return new Fitted<>(this, kept, details.inPart());
    }

    /** All of it as it was sent, to tell the same again from something else. */
    @Nullable
    Object[] content() {
        return new @Nullable Object[] {
            id,
            buyer,
            supplier,
            channel,
            category,
            receivedAt,
            messageId,
            inReplyTo,
            spamReason,
            text.subject(),
            text.body()
        };
    }
}
