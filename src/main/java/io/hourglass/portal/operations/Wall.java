package io.hourglass.portal.operations;

import io.hourglass.trace.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The clock on the wall of a page: instants as short as a dense page needs them, and spans of time up to them. */
record Wall(ZoneId zone, Locale locale, Instant now) {

    private static final DateTimeFormatter TO_THE_SECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter TO_THE_MINUTE = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter OF_THE_DAY = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    public String asOf() {
        return TO_THE_SECOND.format(now.atZone(zone)) + " " + zone.getId();
    }

    public String at(Instant instant) {
        return TO_THE_MINUTE.format(instant.atZone(zone));
    }

    public String timeOf(Instant instant) {
        return OF_THE_DAY.format(instant.atZone(zone));
    }

    /** How long ago it was. */
    public String ago(Instant instant) {
        return span(Duration.between(instant, now));
    }

    public String span(Duration span) {
        return Times.inWords(span, locale);
    }
}
