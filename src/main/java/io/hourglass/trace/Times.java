package io.hourglass.trace;

import io.hourglass.kernel.time.SpanFormat;
import io.hourglass.kernel.time.ZonedFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Instants and spans as pages for people who work with them show them: instants of one zone, to the millisecond where
 * there is one; spans in the reader's language.
 */
public record Times(ZoneId zone, Locale locale) {

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS'Z'", Locale.ROOT);

    public String shown(Instant instant) {
        return ZonedFormat.exact(instant, zone);
    }

    public String local(OffsetDateTime local) {
        return ZonedFormat.exact(local.toInstant(), local.getOffset());
    }

    public String utc(Instant instant) {
        return UTC.format(instant.atOffset(ZoneOffset.UTC)).replace(".000Z", "Z");
    }

    /** See {@link SpanFormat#of}. */
    public String span(long millis) {
        return inWords(Duration.ofMillis(millis), locale);
    }

    /** See {@link SpanFormat#of}. */
    public static String inWords(Duration span, Locale locale) {
        return SpanFormat.of(span, locale);
    }

    /** See {@link SpanFormat#toTheMinute}. */
    public static String toTheMinute(Duration span, Locale locale) {
        return SpanFormat.toTheMinute(span, locale);
    }
}
