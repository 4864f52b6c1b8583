package io.hourglass.sla;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;

/** Days as people of a zone count them; around a clock change one has 23 or 25 hours. */
public final class NaturalDay {

    private NaturalDay() {}

    public static LocalDate of(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toLocalDate();
    }

    /** The day's first instant, which is not midnight where the clocks skip midnight. */
    public static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** The same wall-clock time later; shifted forward in a gap, the earlier instant in an overlap. */
    public static Instant sameTimeAfter(Instant instant, Period period, ZoneId zone) {
        return instant.atZone(zone).toLocalDateTime().plus(period).atZone(zone).toInstant();
    }
}
