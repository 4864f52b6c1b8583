package io.hourglass.portal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** An instant as people of a zone read it, and as machines do. */
public record Moment(String shown, String iso) {

    private static final DateTimeFormatter TO_THE_MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    public static Moment of(Instant instant, ZoneId zone) {
        return new Moment(TO_THE_MINUTE.format(instant.atZone(zone)) + " " + zone.getId(), instant.toString());
    }
}
