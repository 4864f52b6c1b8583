package io.hourglass.portal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Shares in percent with one decimal, rounded down, so that 79.96 never reads as 80. */
public final class Percent {

    private Percent() {}

    /** As people read it, such as {@code 85.7 %}; null if there is none. */
    public static @Nullable String of(@Nullable BigDecimal share) {
        return share == null ? null : number(share) + " %";
    }

    /** The number alone, for a chart. */
    public static String number(BigDecimal share) {
        return share.movePointRight(2).setScale(1, RoundingMode.DOWN).toPlainString();
    }
}
