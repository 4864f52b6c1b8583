package io.hourglass.chat.intake;

import io.hourglass.chat.AccountId;
import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.judging.ChatFactKind;
import io.hourglass.evidence.details.Detail;
import io.hourglass.evidence.details.Details;
import io.hourglass.evidence.details.FactText;
import io.hourglass.evidence.details.Fitted;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.SupplierId;
import java.time.Instant;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A fact of chat as it comes in.
 *
 * @param buyer null for a correction
 * @param consultation that it is of, where the program knows it; null where that follows from buyer, account and instant
 * @param account that was written to, that wrote, that received the buyer or blocked it; null for a mark and a correction
 * @param shop whose account it is, null if it is known already; of a mark the shop for which it holds, null for all; else null
 * @param from the account that handed the buyer over; else null
 * @param author of a message by the account, or what a RECLASSIFIED fact sets; else null
 * @param actor who acted, in the source's own terms
 * @param occurredAt null means the present instant
 * @param about the fact that a correction speaks about; else null
 */
@Value.Builder
public record ChatReport(
        FactId id,
        ChatFactKind kind,
        @Nullable BuyerId buyer,
        @Nullable ConsultationId consultation,
        @Nullable AccountId account,
        @Nullable SupplierId shop,
        @Nullable AccountId from,
        @Nullable AuthorKind author,
        @Nullable String actor,
        Channel channel,
        @Nullable Instant occurredAt,
        @Nullable FactId about,
        FactText text)
        implements WithChatReport {

    /** Without a text. */
    public static ChatReportBuilder builder() {
        return new ChatReportBuilder().text(FactText.NONE);
    }

    /** As it can be kept. */
    Fitted<ChatReport> fitted() {
        var details = new Details();
        var kept = withActor(details.line(Detail.ACTOR, actor))
                .withChannel(details.kept(channel))
                .withText(text.kept(kind.isMark() || kind.isCorrection() ? Detail.REASON : Detail.TEXT, details));
        return new Fitted<>(this, kept, details.inPart());
    }

    /** All of it as it was sent, to recognise a repetition; what only the program knows was not sent. */
    public @Nullable Object[] content() {
        return new @Nullable Object[] {
            id,
            kind,
            buyer,
            account,
            shop,
            from,
            author,
            actor,
            channel.sent(),
            occurredAt,
            about,
            text.subject(),
            text.body()
        };
    }
}
