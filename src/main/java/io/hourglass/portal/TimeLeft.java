package io.hourglass.portal;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long there is until an instant, in the two largest units that there are, with their international symbols;
 * {@code countdown.js} says the same while the page is open.
 */
public final class TimeLeft {

    private TimeLeft() {}

    /** Null if the instant has come. */
    public static @Nullable String of(Instant now, Instant until) {
        var left = Duration.between(now, until);
        if (left.isNegative() || left.isZero()) {
            return null;
        }
        if (left.toDays() > 0) {
            return left.toDays() + " d " + left.toHoursPart() + " h";
        }
        return left.toHours() > 0 ? left.toHours() + " h " + left.toMinutesPart() + " min" : left.toMinutes() + " min";
    }
}
