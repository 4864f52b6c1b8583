package io.hourglass.kernel.time;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Instants as people of a zone read them: {@code 2026-10-25 01:30 +01:00}. The offset tells an hour from the same one once
 * more, where clocks go back; seconds and milliseconds stand where there are any.
 */
public final class ZonedFormat {

    private static final DateTimeFormatter MINUTE = formatter("uuuu-MM-dd HH:mm xxxxx");
    private static final DateTimeFormatter SECOND = formatter("uuuu-MM-dd HH:mm:ss xxxxx");
    private static final DateTimeFormatter MILLI = formatter("uuuu-MM-dd HH:mm:ss.SSS xxxxx");

    private ZonedFormat() {}

    /** To the millisecond: two instants that differ read otherwise. */
    public static String exact(Instant instant, ZoneId zone) {
        var local = instant.truncatedTo(ChronoUnit.MILLIS).atZone(zone);
        return local.getNano() == 0 ? toTheSecond(local) : MILLI.format(local);
    }

    /** To the second, for lists, in which nothing is decided. */
    public static String toTheSecond(Instant instant, ZoneId zone) {
        return toTheSecond(instant.atZone(zone));
    }

    private static String toTheSecond(ZonedDateTime local) {
        return (local.getSecond() == 0 ? MINUTE : SECOND).format(local);
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    }
}
