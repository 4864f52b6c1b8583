package io.hourglass.imports.lines;

import io.hourglass.evidence.details.ContentHash;
import io.hourglass.evidence.details.FactText;
import io.hourglass.imports.lines.FactLine.Chatted;
import io.hourglass.imports.lines.FactLine.Happened;
import io.hourglass.imports.lines.FactLine.Received;
import io.hourglass.imports.lines.FactLine.Unreadable;
import io.hourglass.inquiry.intake.FactReport;
import io.hourglass.inquiry.intake.Submission;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.replay.log.LogRecords.Line;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What the fields of a line mean. */
final class FactLines {

    private static final Set<InquiryFactKind> EVENTS = EnumSet.of(
            InquiryFactKind.RECEIVED,
            InquiryFactKind.REPLIED,
            InquiryFactKind.BOUNCED,
            InquiryFactKind.REJECTED,
            InquiryFactKind.SPAM_REPORTED,
            InquiryFactKind.WITHDRAWN,
            InquiryFactKind.RETRACTED,
            InquiryFactKind.RECLASSIFIED);

    private FactLines() {}

    /** Against the format it is {@link Unreadable}. */
    static FactLine read(Line line, FormOfLines form, BiFunction<Line, Fields, FactLine> meaning) {
        try {
            line.check();
            return meaning.apply(line, form.read(line));
        } catch (InvalidInput e) {
            return new Unreadable(line, String.valueOf(e.getMessage()));
        }
    }

    /** @throws InvalidInput if a field is missing or cannot be kept */
    static FactLine of(Line line, Fields fields) {
        return of(line, null, fields);
    }

    /** The same of a history: what does not say when it was learned of was so at its own instant. */
    static FactLine ofHistory(Line line, Fields fields) {
        return of(
                line,
                fields.instant(fields.optional(Columns.RECORDED_AT) == null ? "at" : Columns.RECORDED_AT),
                fields);
    }

    private static FactLine of(Line line, @Nullable Instant recordedAt, Fields fields) {
        if (fields.optional(Columns.EVENT) == null) {
            return new Chatted(line, recordedAt, ChatLines.report(fields, channel(fields), text(fields)));
        }
        var kind = fields.one(Columns.EVENT, EVENTS.toArray(InquiryFactKind[]::new));
        return kind == InquiryFactKind.RECEIVED
                ? new Received(line, recordedAt, submission(fields))
                : new Happened(line, recordedAt, fact(kind, fields));
    }

    private static Submission submission(Fields fields) {
        return Submission.builder()
                .id(new InquiryId(fields.required("inquiry")))
                .buyer(new BuyerId(fields.required("buyer")))
                .supplier(new SupplierId(fields.required("supplier")))
                .channel(channel(fields))
                .category(fields.optional("category"))
                .receivedAt(fields.instant("at"))
                .messageId(fields.optional("messageId"))
                .spamReason(fields.optional("spamReason"))
                .text(text(fields))
                .build();
    }

    static FactReport fact(InquiryFactKind kind, Fields fields) {
        var inquiry = new InquiryId(fields.required("inquiry"));
        var at = fields.instant("at");
        var author = author(kind, fields);
        var isAmendment = kind.isAmendment();
        var about = isAmendment ? fields.required("about") : null;
        var id = fields.optional("id");
        return FactReport.builder()
                .id(new FactId(id == null ? ownId(kind, inquiry, at, author, about) : id))
                .inquiry(inquiry)
                .kind(kind)
                .buyer(fields.optional("buyer") == null ? null : new BuyerId(fields.required("buyer")))
                .supplier(fields.optional("supplier") == null ? null : new SupplierId(fields.required("supplier")))
                .author(author)
                .actor(fields.optional("actor"))
                .channel(channel(fields))
                .occurredAt(at)
                .messageId(fields.optional("messageId"))
                .about(about == null ? null : new FactId(about))
                .text(text(fields))
                .build();
    }

    /** The same event has the same id, however often a file holds it; without a correction that of a replay's log. */
    private static String ownId(
            InquiryFactKind kind, InquiryId inquiry, Instant at, @Nullable AuthorKind author, @Nullable String about) {
        return about == null
                ? ContentHash.unsalted(kind, inquiry, at, author)
                : ContentHash.unsalted(kind, inquiry, at, author, about);
    }

    private static @Nullable AuthorKind author(InquiryFactKind kind, Fields fields) {
        return kind == InquiryFactKind.REPLIED || kind == InquiryFactKind.RECLASSIFIED
                ? fields.one("author", AuthorKind.values())
                : fields.oneOrNone("author", AuthorKind.values());
    }

    private static Channel channel(Fields fields) {
        var sent = fields.optional("channel");
        return sent == null ? Channel.LOG : Channel.sent(sent);
    }

    private static FactText text(Fields fields) {
        return new FactText(fields.optional("subject"), fields.optional("text"));
    }
}
