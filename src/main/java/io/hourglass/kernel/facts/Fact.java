package io.hourglass.kernel.facts;

import io.hourglass.kernel.AuthorKind;
import io.hourglass.kernel.CaseId;
import io.hourglass.kernel.FactId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a case. Facts are only ever added; a correction is a further fact.
 *
 * @param author the kind of author of a reply, or that a RECLASSIFIED fact sets; null where there is no author
 * @param occurredAt when it happened, in whole milliseconds
 * @param recordedAt when Hourglass recorded it, in whole milliseconds
 * @param textless a reply without any text
 * @param about the fact that a correction supersedes, the reply that bounced, or the RECEIVED fact of the inquiry that a mail
 *     was found to belong to; null for any other kind
 * @param mail the ids of the mail that brought it; {@link MailIds#NONE} where there was none
 */
public record Fact(
        FactId id,
        CaseId caseId,
        FactKind kind,
        @Nullable AuthorKind author,
        Instant occurredAt,
        Instant recordedAt,
        boolean textless,
        @Nullable FactId about,
        MailIds mail) {

    public Fact(
            FactId id,
            CaseId caseId,
            FactKind kind,
            @Nullable AuthorKind author,
            Instant occurredAt,
            Instant recordedAt,
            boolean textless,
            @Nullable FactId about) {
        this(id, caseId, kind, author, occurredAt, recordedAt, textless, about, MailIds.NONE);
    }

    public boolean is(FactKind expected) {
        return kind == expected;
    }

    /** The same, at another instant. */
    public Fact at(Instant instant) {
        return new Fact(id, caseId, kind, author, instant, recordedAt, textless, about, mail);
    }

    /** The same, known from another instant on. */
    public Fact knownFrom(Instant instant) {
        return new Fact(id, caseId, kind, author, occurredAt, instant, textless, about, mail);
    }

    public Fact by(@Nullable AuthorKind otherAuthor) {
        return new Fact(id, caseId, kind, otherAuthor, occurredAt, recordedAt, textless, about, mail);
    }
}
