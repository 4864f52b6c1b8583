package io.hourglass.sla.days;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;

/**
 * Days as people of a zone count them: an instant belongs to its local date. Around a clock change a day has 23 or 25 hours;
 * where the clocks go back across midnight, a day begins, is left again for the end of the day before, and goes on.
 */
public final class NaturalDay {

    private NaturalDay() {}

    public static LocalDate of(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toLocalDate();
    }

    /** The day's first instant, which is not midnight where the clocks skip midnight. */
    public static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** The first instant from which on nothing belongs to the day any more. The day after may have begun already. */
    public static Instant end(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).withLaterOffsetAtOverlap().toInstant();
    }

    /** The same wall-clock time later; shifted forward in a gap, the earlier instant in an overlap. */
    public static Instant sameTimeAfter(Instant instant, Period period, ZoneId zone) {
        return instant.atZone(zone).toLocalDateTime().plus(period).atZone(zone).toInstant();
    }
}
