package io.hourglass.bench.report;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers for readers. */
final class Figures {

    private Figures() {}

    /** As many decimals as matter; a dash for what there is not. */
    static String shown(@Nullable Double figure) {
        if (figure == null) {
            return "–";
        }
        var decimals = figure >= 100 ? 0 : figure >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%,." + decimals + "f", figure);
    }
}
