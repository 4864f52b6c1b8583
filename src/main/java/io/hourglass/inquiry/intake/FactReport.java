package io.hourglass.inquiry.intake;

import io.hourglass.evidence.details.Detail;
import io.hourglass.evidence.details.Details;
import io.hourglass.evidence.details.FactText;
import io.hourglass.evidence.details.Fitted;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A fact about a known inquiry as it comes in.
 *
 * @param buyer whose inquiry the reporter takes it for; null if it does not say
 * @param supplier who the reporter says got it; null if it does not say
 * @param author of a reply, or what a RECLASSIFIED fact sets; else null
 * @param actor who acted, in the source's own terms
 * @param occurredAt null means the present instant
 * @param hashOnly whether of the mail's id nothing is kept but its hash
 * @param about the fact that an amendment speaks about; else null
 */
@Value.Builder
public record FactReport(
        FactId id,
        InquiryId inquiry,
        InquiryFactKind kind,
        @Nullable BuyerId buyer,
        @Nullable SupplierId supplier,
        @Nullable AuthorKind author,
        @Nullable String actor,
        Channel channel,
        @Nullable Instant occurredAt,
        @Nullable String messageId,
        boolean hashOnly,
        @Nullable FactId about,
        FactText text)
        implements WithFactReport {

    /** Without a text. */
    public static FactReportBuilder builder() {
        return new FactReportBuilder().text(FactText.NONE).hashOnly(false);
    }

    /** As it can be kept. */
    Fitted<FactReport> fitted() {
        var details = new Details();
        var kept = withActor(details.line(Detail.ACTOR, actor))
                .withChannel(details.kept(channel))
                .withMessageId(details.line(Detail.MESSAGE_ID, messageId))
                .withText(text.kept(kind == InquiryFactKind.REPLIED ? Detail.TEXT : Detail.REASON, details));
        return new Fitted<>(this, kept, details.inPart());
    }

    /**
     * All of it as it was sent, to recognise a repetition. Who got a copy stands at the end, and only where somebody
     * did: what was sent before replies had copies keeps its hash.
     */
    public @Nullable Object[] content() {
        return Stream.concat(Arrays.stream(withoutCopies()), text.cc().stream()).toArray();
    }

    private @Nullable Object[] withoutCopies() {
        return new @Nullable Object[] {
            id,
            inquiry,
            kind,
            buyer,
            supplier,
            author,
            actor,
            channel.sent(),
            occurredAt,
            messageId,
            about,
            text.subject(),
            text.body()
        };
    }

    /** A reply of which nothing is known but that it was written has a text for all we know. */
    boolean textless() {
        return kind == InquiryFactKind.REPLIED
                && text.body() != null
                && text.body().isBlank();
    }
}
