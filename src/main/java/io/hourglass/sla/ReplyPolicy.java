package io.hourglass.sla;

import io.hourglass.kernel.AuthorKind;
import io.hourglass.kernel.facts.Fact;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
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
 * @param cutOver null unless the next version has another zone
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
        Duration earlyBy,
        @Nullable CutOver cutOver) {

    public ReplyPolicy {
        countingAuthors = Set.copyOf(countingAuthors);
    }

    /** One that is not followed by a version of another zone. */
    public ReplyPolicy(
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
        this(
                version,
                inForceFrom,
                zone,
                replyWithin,
                objectWithin,
                booksCloseAfterDays,
                rateWindowDays,
                duplicates,
                offerStaysFor,
                textlessReplyCounts,
                countingAuthors,
                earlyBy,
                null);
    }

    /**
     * When another zone begins to give natural days.
     *
     * @param day its first; what came before belongs to the day before at the latest
     * @param at that day's start
     */
    public record CutOver(LocalDate day, Instant at) {

        /** Whether the other is the last day before it. */
        public boolean follows(LocalDate other) {
            return other.plusDays(1).equals(day);
        }
    }

    /** The same, followed by a version of another zone. */
    public ReplyPolicy until(CutOver next) {
        return new ReplyPolicy(
                version,
                inForceFrom,
                zone,
                replyWithin,
                objectWithin,
                booksCloseAfterDays,
                rateWindowDays,
                duplicates,
                offerStaysFor,
                textlessReplyCounts,
                countingAuthors,
                earlyBy,
                next);
    }

    /** After how many days the books may close at the earliest: on the second day after the latest deadline of a day. */
    public static int earliestClose(Duration replyWithin) {
        return (int) replyWithin.plusDays(1).minusNanos(1).toDays() + 2;
    }

    public LocalDate dayOf(Instant instant) {
        var day = NaturalDay.of(instant, zone);
        return cutOver == null || day.isBefore(cutOver.day())
                ? day
                : cutOver.day().minusDays(1);
    }

    /** The first natural day that it judges. */
    LocalDate firstDay() {
        return NaturalDay.of(inForceFrom, zone);
    }

    /** The first instant from which on nothing belongs to the day any more. */
    Instant end(LocalDate day) {
        return cutOver != null && cutOver.follows(day) ? cutOver.at() : NaturalDay.end(day, zone);
    }

    public Instant booksClose(LocalDate day) {
        return NaturalDay.start(day.plusDays(closeAfterDays(day)), zone);
    }

    /** A day that a change of zone has made longer closes no sooner than on the second day after its latest deadline. */
    private long closeAfterDays(LocalDate day) {
        if (cutOver == null || !cutOver.follows(day) || !cutOver.at().isAfter(NaturalDay.start(cutOver.day(), zone))) {
            return booksCloseAfterDays;
        }
        var latest = NaturalDay.of(cutOver.at().plus(replyWithin).minusMillis(1), zone);
        return Math.max(booksCloseAfterDays, ChronoUnit.DAYS.between(day, latest) + 2);
    }

    public Deadlines clocksFor(Instant receivedAt) {
        var day = dayOf(receivedAt);
        var deadline = receivedAt.plus(replyWithin);
        return new Deadlines(
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
