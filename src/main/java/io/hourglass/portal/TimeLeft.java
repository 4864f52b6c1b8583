package io.hourglass.portal;

import io.hourglass.kernel.time.SpanFormat;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/** How long there is until an instant, in the reader's language; {@code countdown.js} says the same while the page is open. */
public final class TimeLeft {

    private TimeLeft() {}

    /** Null if the instant has come. */
    public static @Nullable String of(Instant now, Instant until) {
        var left = Duration.between(now, until);
        if (left.isNegative() || left.isZero()) {
            return null;
        }
        return SpanFormat.toTheMinute(left, LocaleContextHolder.getLocale());
    }
}
