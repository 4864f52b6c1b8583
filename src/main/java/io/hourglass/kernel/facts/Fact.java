package io.hourglass.kernel.facts;

import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.ids.FactId;
import java.time.Instant;
import org.immutables.value.Value;
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
@Value.Builder
public record Fact(
        FactId id,
        CaseId caseId,
        FactKind kind,
        @Nullable AuthorKind author,
        Instant occurredAt,
        Instant recordedAt,
        boolean textless,
        @Nullable FactId about,
        MailIds mail)
        implements WithFact {

    /** With a text, if it is a reply, and of no mail. */
    public static FactBuilder builder() {
        return new FactBuilder().textless(false).mail(MailIds.NONE);
    }

    public boolean is(FactKind expected) {
        return kind == expected;
    }
}
