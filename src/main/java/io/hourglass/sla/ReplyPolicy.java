package io.hourglass.sla;

import io.hourglass.kernel.AuthorKind;
import io.hourglass.kernel.Fact;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One version of the rules, as data. An inquiry is judged by the version in force at its receipt.
 *
 * @param version 1 for the first
 * @param inForceFrom the start of a natural day
 * @param zone the marketplace zone, which gives natural days
 * @param replyWithin elapsed time from receipt to the reply deadline (R1)
 * @param objectWithin calendar time from receipt in which an inquiry may be rejected or reported (R10, R11)
 * @param booksCloseAfterDays a day's books close at the start of the day that many days later (R4)
 * @param rateWindowDays natural days in a published number (R1)
 * @param offerStaysFor elapsed time from the deadline in which the buyer may ask for alternatives
 * @param textlessReplyCounts whether a reply without text is an answer
 * @param countingAuthors whose replies are answers, from {@code author-kinds.dmn}
 * @param earlyBy a fact dated before its inquiry's receipt by this much at the most counts as at the receipt, whose clock may
 *     have been ahead; zero in versions made before 0.2.0
 */
public record ReplyPolicy(
        int version,
        Instant inForceFrom,
        ZoneId zone,
        Duration replyWithin,
        Period objectWithin,
        int booksCloseAfterDays,
        int rateWindowDays,
        DuplicateRule duplicates,
        Duration offerStaysFor,
        boolean textlessReplyCounts,
        Set<AuthorKind> countingAuthors,
        Duration earlyBy) {

    public ReplyPolicy {
        countingAuthors = Set.copyOf(countingAuthors);
    }

    /** After how many days the books may close at the earliest: on the second day after the latest deadline of a day. */
    public static int earliestClose(Duration replyWithin) {
        return (int) replyWithin.plusDays(1).minusNanos(1).toDays() + 2;
    }

    public LocalDate dayOf(Instant instant) {
        return NaturalDay.of(instant, zone);
    }

    public Instant booksClose(LocalDate day) {
        return NaturalDay.start(day.plusDays(booksCloseAfterDays), zone);
    }

    public Clocks clocksFor(Instant receivedAt) {
        var day = dayOf(receivedAt);
        var deadline = receivedAt.plus(replyWithin);
        return new Clocks(
                receivedAt,
                day,
                deadline,
                NaturalDay.sameTimeAfter(receivedAt, objectWithin, zone),
                deadline.plus(offerStaysFor),
                booksClose(day));
    }

    /** Whether the fact is a reply that answers; where it lies in time is not asked here. */
    public boolean counts(Fact fact) {
        return fact.kind().isAnswer() && countsBy(fact.author()) && (textlessReplyCounts || !fact.textless());
    }

    /** Whether replies by this kind of author are answers. */
    public boolean countsBy(@Nullable AuthorKind author) {
        return author != null && countingAuthors.contains(author);
    }
}
