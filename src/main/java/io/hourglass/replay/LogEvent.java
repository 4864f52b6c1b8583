package io.hourglass.replay;

import io.hourglass.evidence.details.ContentHash;
import io.hourglass.evidence.details.Detail;
import io.hourglass.evidence.details.FactText;
import io.hourglass.inquiry.intake.FactReport;
import io.hourglass.inquiry.intake.Submission;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.replay.log.LoggedLine;
import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * One event of a log: it occurs and is recorded at the same instant.
 *
 * @param line of the log, from 1
 * @param author null where the log names none
 * @param spamReason why the system judges a received inquiry spam; else null
 * @param inPart details of which only a part could be read
 */
@Value.Builder
public record LogEvent(
        long line,
        InquiryFactKind kind,
        InquiryId inquiry,
        BuyerId buyer,
        SupplierId supplier,
        Instant at,
        @Nullable AuthorKind author,
        @Nullable String category,
        @Nullable String spamReason,
        FactText text,
        Set<Detail> inPart)
        implements LoggedLine {

    /** In time; what happens at one instant is in an order that does not depend on the file's. */
    static final Comparator<LogEvent> BY_TIME = Comparator.comparing(LogEvent::at)
            .thenComparing(LogEvent::kind)
            .thenComparing(LogEvent::inquiry)
            .thenComparing(event -> String.valueOf(event.author()))
            .thenComparing(LogEvent::line);

    /** Read whole, and without a text. */
    static LogEventBuilder builder() {
        return new LogEventBuilder().text(FactText.NONE).inPart(Set.of());
    }

    @Override
    public String name() {
        return inquiry.value();
    }

    Submission asSubmission() {
        return Submission.builder()
                .id(inquiry)
                .buyer(buyer)
                .supplier(supplier)
                .channel(Channel.LOG)
                .category(category)
                .receivedAt(at)
                .spamReason(spamReason)
                .text(text)
                .inPart(inPart)
                .build();
    }

    FactReport asFact() {
        return FactReport.builder()
                .id(factId())
                .inquiry(inquiry)
                .kind(kind)
                .buyer(buyer)
                .supplier(supplier)
                .author(author)
                .channel(Channel.LOG)
                .occurredAt(at)
                .text(text)
                .build();
    }

    /** The same event has the same id, however often the log holds it. */
    private FactId factId() {
        return new FactId(ContentHash.unsalted(kind, inquiry, at, author));
    }
}
