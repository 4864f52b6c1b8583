package io.hourglass.trace.web;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants and spans as the document shows them: instants of one zone, to the millisecond where there is one. */
record Times(ZoneId zone) {

    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MILLI = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS'Z'", Locale.ROOT);
    private static final long MILLIS = 1000;

    public String shown(Instant instant) {
        var local = instant.atZone(zone);
        return (local.getNano() == 0 ? SECOND : MILLI).format(local);
    }

    public String local(OffsetDateTime local) {
        return (local.getNano() == 0 ? SECOND : MILLI).format(local) + " " + local.getOffset();
    }

    public String utc(Instant instant) {
        return UTC.format(instant.atOffset(ZoneOffset.UTC)).replace(".000Z", "Z");
    }

    /** In the two largest units that there are, with their international symbols. */
    public String span(long millis) {
        if (Math.abs(millis) < MILLIS) {
            return millis + " ms";
        }
        var span = Duration.ofMillis(Math.abs(millis));
        var sign = millis < 0 ? "−" : "";
        if (span.toDays() > 0) {
            return sign + span.toDays() + " d " + span.toHoursPart() + " h";
        }
        if (span.toHours() > 0) {
            return sign + span.toHours() + " h " + span.toMinutesPart() + " min";
        }
        return sign + (span.toMinutes() > 0 ? span.toMinutes() + " min " : "") + span.toSecondsPart() + " s";
    }
}
