package io.hourglass.trace;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Instants and spans as pages for people who work with them show them: instants of one zone, to the millisecond where
 * there is one; spans with their international symbols.
 */
public record Times(ZoneId zone) {

    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MILLI = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS'Z'", Locale.ROOT);
    private static final int MILLIS_A_TENTH = 100;

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

    /** See {@link #inWords}. */
    public String span(long millis) {
        return inWords(Duration.ofMillis(millis));
    }

    /** In the two largest units that there are; below a minute in seconds and their tenths, below a second in ms. */
    public static String inWords(Duration span) {
        return span.isNegative() ? "−" + inWords(span.negated()) : largest(span);
    }

    /** The same with nothing smaller than a minute: what {@code countdown.js} says. */
    public static String toTheMinute(Duration span) {
        return span.toHours() > 0 ? largest(span) : span.toMinutes() + " min";
    }

    private static String largest(Duration span) {
        if (span.toDays() > 0) {
            return span.toDays() + " d " + span.toHoursPart() + " h";
        }
        if (span.toHours() > 0) {
            return span.toHours() + " h " + span.toMinutesPart() + " min";
        }
        if (span.toMinutes() > 0) {
            return span.toMinutes() + " min " + span.toSecondsPart() + " s";
        }
        var tenths = span.toMillisPart() / MILLIS_A_TENTH;
        return span.toSeconds() > 0
                ? span.toSeconds() + (tenths > 0 ? "." + tenths : "") + " s"
                : span.toMillis() + " ms";
    }
}
