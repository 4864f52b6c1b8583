package io.hourglass.rate.numbers;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A part of a whole, rounded half up and once, from the integers themselves. For display: gates compare the integers,
 * so that 2,399 of 3,000 read as 80.0 % and do not pass a gate of 80 %.
 */
public final class Share {

    private static final int DIGITS = 6;
    private static final int PERCENT = 100;

    private Share() {}

    /** As a decimal of six digits. Null when the whole is 0: no data is neither 0 % nor 100 %. */
    public static @Nullable BigDecimal of(int part, int whole) {
        return rounded(part, whole, DIGITS);
    }

    /** In percent with one decimal, such as 66.7; null when the whole is 0. */
    public static @Nullable BigDecimal percent(int part, int whole) {
        return rounded((long) PERCENT * part, whole, 1);
    }

    private static @Nullable BigDecimal rounded(long part, int whole, int digits) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), digits, RoundingMode.HALF_UP);
    }
}
