package io.hourglass.portal;

import io.hourglass.rate.numbers.Share;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Shares in percent with one decimal. */
public final class Percent {

    private Percent() {}

    /** A part of a whole as people read it, such as {@code 66.7 %}, rounded half up; null if the whole is 0. */
    public static @Nullable String of(int part, int whole) {
        var percent = Share.percent(part, whole);
        return percent == null ? null : percent + " %";
    }

    /**
     * A bound of an interval, rounded outwards, so that it still holds.
     *
     * @param share 0 to 1
     * @param rounding {@code FLOOR} for a lower bound, {@code CEILING} for an upper one
     */
    public static String bound(double share, RoundingMode rounding) {
        return BigDecimal.valueOf(share).movePointRight(2).setScale(1, rounding) + " %";
    }
}
