package io.hourglass.portal.operations;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The clock on the wall of a page: instants as short as a dense page needs them, and spans of time up to them. */
record Wall(ZoneId zone, Instant now) {

    private static final DateTimeFormatter TO_THE_SECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter TO_THE_MINUTE = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter OF_THE_DAY = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final long MILLIS = 1000;

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

    /** In the two largest units that there are, with their international symbols. */
    public String span(Duration span) {
        if (span.toMillis() < MILLIS) {
            return span.toMillis() + " ms";
        }
        if (span.toDays() > 0) {
            return span.toDays() + " d " + span.toHoursPart() + " h";
        }
        if (span.toHours() > 0) {
            return span.toHours() + " h " + span.toMinutesPart() + " min";
        }
        return span.toMinutes() > 0
                ? span.toMinutes() + " min " + span.toSecondsPart() + " s"
                : "%d.%d s".formatted(span.toSeconds(), span.toMillisPart() / 100);
    }
}
