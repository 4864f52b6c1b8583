package io.hourglass.kernel.time;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Instants as people of a zone read them: {@code 2026-10-25 01:30 +01:00}. The offset tells an hour from the same one once
 * more, where clocks go back; seconds and milliseconds stand where there are any. Spans are in the reader's language.
 */
public record ZonedFormat(ZoneId zone, Locale locale) {

    private static final DateTimeFormatter MINUTE = formatter("uuuu-MM-dd HH:mm xxxxx");
    private static final DateTimeFormatter SECOND = formatter("uuuu-MM-dd HH:mm:ss xxxxx");
    private static final DateTimeFormatter MILLI = formatter("uuuu-MM-dd HH:mm:ss.SSS xxxxx");
    private static final DateTimeFormatter UTC = formatter("uuuu-MM-dd HH:mm:ss.SSS'Z'");
    private static final DateTimeFormatter AS_OF = formatter("uuuu-MM-dd HH:mm:ss VV");
    private static final DateTimeFormatter LOCAL_MINUTE = formatter("uuuu-MM-dd HH:mm");
    private static final DateTimeFormatter TIME_OF_DAY = formatter("HH:mm");
    private static final DateTimeFormatter FIELD = formatter("uuuu-MM-dd'T'HH:mm:ss.SSS");

    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendOffset("+HH:MM", "+00:00")
            .toFormatter(Locale.ROOT);

    /** An instant as people read it, and as machines do: a {@code time} element. */
    public record Shown(String shown, String iso) {}

    /** Where no spans are shown. */
    public ZonedFormat(ZoneId zone) {
        this(zone, Locale.ROOT);
    }

    /** To the millisecond: two instants that differ read otherwise. */
    public String exact(Instant instant) {
        return exact(instant.atZone(zone));
    }

    /** The same, in the zone that it bears itself. */
    public String exact(OffsetDateTime local) {
        return exact(local.toZonedDateTime());
    }

    /** To the second, for lists, in which nothing is decided. */
    public String toTheSecond(Instant instant) {
        return toTheSecond(instant.atZone(zone));
    }

    /** {@link #toTheMinute} */
    public Shown shown(Instant instant) {
        return new Shown(toTheMinute(instant), instant.toString());
    }

    /** {@link #exact}, where it matters which of two is the earlier. */
    public Shown shownExactly(Instant instant) {
        return new Shown(exact(instant), instant.toString());
    }

    /** {@code 2026-10-25 00:30:00Z}, to the millisecond where there is one. */
    public String utc(Instant instant) {
        return UTC.format(instant.atOffset(ZoneOffset.UTC)).replace(".000Z", "Z");
    }

    /** {@code 2026-10-25 01:30}, where the page says the zone. */
    public String toTheMinute(Instant instant) {
        return LOCAL_MINUTE.format(instant.atZone(zone));
    }

    /** {@code 01:30} */
    public String timeOfDay(Instant instant) {
        return TIME_OF_DAY.format(instant.atZone(zone));
    }

    /** {@code 2026-10-25 01:30:00 Europe/London}: when a page was made, and what its times are of. */
    public String asOf(Instant instant) {
        return AS_OF.format(instant.atZone(zone));
    }

    /** {@code 2026-10-25T01:30:00+01:00}, with what there is below the second: for programs, and with the offset always. */
    public String iso(Instant instant) {
        return ISO.format(instant.atZone(zone));
    }

    /** As a field of a form takes a local time. */
    public String field(Instant instant) {
        return FIELD.format(instant.atZone(zone));
    }

    /** See {@link SpanFormat#of}. */
    public String span(Duration span) {
        return SpanFormat.of(span, locale);
    }

    /** See {@link SpanFormat#toTheMinute}. */
    public String spanToTheMinute(Duration span) {
        return SpanFormat.toTheMinute(span, locale);
    }

    /** The same of milliseconds. */
    public String span(long millis) {
        return span(Duration.ofMillis(millis));
    }

    /** From the one to the other. */
    public String between(Instant earlier, Instant later) {
        return span(Duration.between(earlier, later));
    }

    private static String exact(ZonedDateTime local) {
        var milli = local.truncatedTo(ChronoUnit.MILLIS);
        return milli.getNano() == 0 ? toTheSecond(milli) : MILLI.format(milli);
    }

    private static String toTheSecond(ZonedDateTime local) {
        return (local.getSecond() == 0 ? MINUTE : SECOND).format(local);
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    }
}
