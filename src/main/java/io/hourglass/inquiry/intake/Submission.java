package io.hourglass.inquiry.intake;

import io.hourglass.evidence.details.Detail;
import io.hourglass.evidence.details.Details;
import io.hourglass.evidence.details.FactText;
import io.hourglass.evidence.details.Fitted;
import io.hourglass.inquiry.pairs.MailsOfBuyers;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.facts.MailIds;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import java.time.Instant;
import java.util.Set;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * An inquiry as it comes in.
 *
 * @param receivedAt null means the present instant
 * @param messageId the Message-ID of the buyer's mail
 * @param answers what the mail answers, which may make it a follow-up (R3); null if it is no mail, or a first one
 * @param spamReason why the system judges it spam; null if it does not (R9)
 * @param inPart details that are a part already of what was written at first, such as those of an inquiry that is carried over
 */
@Value.Builder
public record Submission(
        InquiryId id,
        BuyerId buyer,
        SupplierId supplier,
        Channel channel,
        @Nullable String category,
        @Nullable Instant receivedAt,
        @Nullable String messageId,
        @Nullable Answered answers,
        @Nullable String spamReason,
        FactText text,
        Set<Detail> inPart)
        implements WithSubmission {

    /** Whole, and without a text. */
    public static SubmissionBuilder builder() {
        return new SubmissionBuilder().text(FactText.NONE).inPart(Set.of());
    }

    /** Of the fact of its receipt. */
    public FactId factId() {
        return new FactId(id.value());
    }

    /** As it can be kept. */
    Fitted<Submission> fitted() {
        var details = new Details(inPart);
        answered().ids(details);
        var kept = withChannel(details.kept(channel))
                .withCategory(details.line(Detail.CATEGORY, category))
                .withMessageId(details.line(Detail.MESSAGE_ID, messageId))
                .withSpamReason(details.text(Detail.SPAM_REASON, spamReason))
                .withText(text.kept(Detail.TEXT, details))
                .withInPart(details.inPart());
        return new Fitted<>(this, kept, details.inPart());
    }

    Answered answered() {
        return answers == null ? Answered.NOTHING : answers;
    }

    /** What is kept of the mail that brought it, and of those that it answers. */
    MailIds mailIds(MailsOfBuyers mails) {
        return mails.of(buyer, messageId, answered().ids(new Details()));
    }

    boolean hasMailIds() {
        return messageId != null || !answered().equals(Answered.NOTHING);
    }

    /** All of it as it was sent, to recognise a repetition. */
    public @Nullable Object[] content() {
        return new @Nullable Object[] {
            id,
            buyer,
            supplier,
            channel.sent(),
            category,
            receivedAt,
            messageId,
            answered().content(),
            spamReason,
            text.subject(),
            text.body()
        };
    }
}
