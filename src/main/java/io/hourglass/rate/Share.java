package io.hourglass.rate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** A part of a whole as a decimal of six digits, rounded half up. For display: gates compare the integers. */
public final class Share {

    private static final int DIGITS = 6;

    private Share() {}

    /** Null when the whole is 0: no data is neither 0 % nor 100 %. */
    public static @Nullable BigDecimal of(int part, int whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), DIGITS, RoundingMode.HALF_UP);
    }
}
