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
 * there is one; spans in the reader's language.
 */
public record Times(ZoneId zone, Locale locale) {

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
        return inWords(Duration.ofMillis(millis), locale);
    }

    /** In the two largest units that there are; below a minute in seconds and their tenths, below a second in ms. */
    public static String inWords(Duration span, Locale locale) {
        return span.isNegative() ? "−" + inWords(span.negated(), locale) : largest(span, locale);
    }

    /** The same with nothing smaller than a minute: what {@code countdown.js} says. */
    public static String toTheMinute(Duration span, Locale locale) {
        return span.toHours() > 0 ? largest(span, locale) : Unit.MINUTE.of(span.toMinutes(), locale);
    }

    private static String largest(Duration span, Locale locale) {
        if (span.toDays() > 0) {
            return Unit.DAY.of(span.toDays(), locale) + " " + Unit.HOUR.of(span.toHoursPart(), locale);
        }
        if (span.toHours() > 0) {
            return Unit.HOUR.of(span.toHours(), locale) + " " + Unit.MINUTE.of(span.toMinutesPart(), locale);
        }
        if (span.toMinutes() > 0) {
            return Unit.MINUTE.of(span.toMinutes(), locale) + " " + Unit.SECOND.of(span.toSecondsPart(), locale);
        }
        if (span.toSeconds() == 0) {
            return Unit.MILLISECOND.of(span.toMillis(), locale);
        }
        var tenths = span.toMillisPart() / MILLIS_A_TENTH;
        return Unit.SECOND.of(span.toSeconds() + (tenths > 0 ? "." + tenths : ""), locale);
    }

    private enum Unit {
        DAY("d", "天"),
        HOUR("h", "小时"),
        MINUTE("min", "分钟"),
        SECOND("s", "秒"),
        MILLISECOND("ms", "毫秒");

        private final String en;
        private final String zh;

        Unit(String en, String zh) {
            this.en = en;
            this.zh = zh;
        }

        private String of(Object count, Locale locale) {
            return count + " " + new InWords(en, zh).in(locale);
        }
    }
}
