package io.hourglass.web;

import io.hourglass.kernel.time.ZonedFormat;
import java.time.Instant;
import java.time.ZoneId;

/** An instant as people of a zone read it, and as machines do. */
public record Moment(String shown, String iso) {

    /** To the millisecond, where it matters which of two is the earlier. */
    public static Moment exact(Instant instant, ZoneId zone) {
        return new Moment(ZonedFormat.exact(instant, zone), instant.toString());
    }

    public static Moment of(Instant instant, ZoneId zone) {
        return new Moment(ZonedFormat.toTheSecond(instant, zone), instant.toString());
    }
}
