package io.hourglass.sla.days;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a version of a policy says of natural days, their books and their numbers.
 *
 * @param inForceFrom the start of a natural day
 * @param zone the marketplace zone, which gives natural days
 * @param deadlineWithin elapsed time from receipt in which a case's last deadline lies
 * @param booksCloseAfterDays a day's books close at the start of the day that many days later (R4)
 * @param rateWindowDays natural days in a published number (R1)
 * @param cutOver null unless the next version has another zone
 */
public record DayRules(
        Instant inForceFrom,
        ZoneId zone,
        Duration deadlineWithin,
        int booksCloseAfterDays,
        int rateWindowDays,
        @Nullable CutOver cutOver) {

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
    public DayRules until(CutOver next) {
        return new DayRules(inForceFrom, zone, deadlineWithin, booksCloseAfterDays, rateWindowDays, next);
    }

    /** After how many days the books may close at the earliest: on the second day after the latest deadline of a day. */
    public static int earliestClose(Duration deadlineWithin) {
        return (int) deadlineWithin.plusDays(1).minusNanos(1).toDays() + 2;
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
        var latest = NaturalDay.of(cutOver.at().plus(deadlineWithin).minusMillis(1), zone);
        return Math.max(booksCloseAfterDays, ChronoUnit.DAYS.between(day, latest) + 2);
    }
}
