package io.hourglass.inquiry.judging;

import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Fact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reply to an inquiry, to a mail that follows it up or to a duplicate, and what it does for the inquiry's verdict.
 *
 * @param fact as it was sent, and as the judge has it: an admitted one is recorded when it counts as known
 * @param correction by which it is retracted or reclassified at present, however late; null if it stands as it was sent
 * @param authorCounts whether the kind of author that it counts as at present is one whose replies are answers
 * @param receivedAt the receipt of the inquiry that it answers, by which it is measured
 */
public record Reply(Fact fact, Effect effect, @Nullable Fact correction, boolean authorCounts, Instant receivedAt) {

    /** The kind of author that it counts as at present; null where none is known. */
    public @Nullable AuthorKind author() {
        return authorOf(fact, correction);
    }

    /**
     * @param known of the inquiry that it answers, as the books see it
     * @param correction whether or not the books are closed
     */
    static Reply of(Fact fact, KnownFacts known, @Nullable Fact correction, Judgement judgement) {
        var author = authorOf(fact, correction);
        var authorCounts = known.file().policy().countsBy(author);
        var effect = effect(fact, correction, known, judgement);
        return new Reply(fact, effect, correction, authorCounts, known.file().receivedAt());
    }

    private static @Nullable AuthorKind authorOf(Fact fact, @Nullable Fact correction) {
        return correction != null && correction.is(InquiryFactKind.RECLASSIFIED) ? correction.author() : fact.author();
    }

    private static Effect effect(Fact fact, @Nullable Fact correction, KnownFacts known, Judgement judgement) {
        if (known.hasCounting(fact)) {
            return fact.id().equals(judgement.decidingFact()) ? Effect.DECIDES : Effect.STANDS;
        }
        if (correction != null && correction.is(InquiryFactKind.RETRACTED)) {
            return Effect.RETRACTED;
        }
        if (known.file().counted(fact.occurredAt()) == null) {
            return Effect.REFUSED;
        }
        var counts = known.file().policy().counts(fact.withAuthor(authorOf(fact, correction)));
        return counts ? Effect.TOO_LATE : Effect.NO_ANSWER;
    }
}
