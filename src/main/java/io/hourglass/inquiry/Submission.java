package io.hourglass.inquiry;

import io.hourglass.evidence.FactText;
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

    public static final int MAX_CATEGORY = 400;

    FactId factId() {
        return new FactId(id.value());
    }

    /** All of it, to tell the same again from something else. */
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
