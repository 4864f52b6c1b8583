package io.hourglass.inquiry.judging;

import io.hourglass.kernel.facts.Fact;
import java.time.Instant;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a judgement rests on: what there is to say of it beside the rule.
 *
 * @param decidingFact as it was sent, perhaps for a duplicate or for a mail that follows up the inquiry; null where the absence
 *     of a fact decided
 * @param replies to the inquiry; of an anchor those to its duplicates too, and of each those to its follow-ups; the
 *     earliest first; none of a follow-up
 * @param knownLate rejections, reports and withdrawals that would have excluded the inquiry, but were recorded after its books'
 *     close; the earliest first
 * @param asOf what was recorded later is left out of account
 * @param disputableUntil the last instant to dispute the verdict; null where nothing came too late
 * @param dispute on which the verdict rests; null if on none
 */
@Value.Builder
public record Grounds(
        Judgement judgement,
        @Nullable Fact decidingFact,
        List<Reply> replies,
        List<Fact> knownLate,
        Instant asOf,
        @Nullable Instant disputableUntil,
        @Nullable Accepted dispute)
        implements WithGrounds {

    public Grounds {
        replies = List.copyOf(replies);
        knownLate = List.copyOf(knownLate);
    }

    public static GroundsBuilder builder() {
        return new GroundsBuilder();
    }

    /** A dispute that was accepted, and when what it claimed was taken into the books. */
    public record Accepted(String dispute, Instant at) {}

    /** Whether a reply that would have counted came after the books' close. */
    public boolean hasReplyTooLate() {
        return replies.stream().anyMatch(reply -> reply.effect() == Effect.TOO_LATE);
    }

    /** Whether anything came after the books' close that would have made the verdict another, or might have. */
    public boolean hasAnythingTooLate() {
        return hasReplyTooLate() || !knownLate.isEmpty();
    }
}
