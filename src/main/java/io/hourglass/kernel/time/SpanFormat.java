package io.hourglass.kernel.time;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;

/** Spans of time in the reader's language: Chinese, or else English. */
public final class SpanFormat {

    private static final int MILLI_DIGITS = 3;

    private SpanFormat() {}

    /** In the two largest units that there are; below a minute to the millisecond. */
    public static String of(Duration span, Locale locale) {
        return span.isNegative() ? "−" + of(span.negated(), locale) : largest(span, locale);
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
        var seconds = BigDecimal.valueOf(span.toMillis(), MILLI_DIGITS).stripTrailingZeros();
        return Unit.SECOND.of(seconds.toPlainString(), locale);
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
            return count + " " + (locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? zh : en);
        }
    }
}
