package io.hourglass.bench.report;

import org.jspecify.annotations.Nullable;

/**
 * What we want, and what was measured.
 *
 * @param figure null where this mode does not measure it
 * @param met null where this mode does not measure it
 * @param reason why it was not measured; else null
 */
public record Goal(
        String name,
        String goal,
        @Nullable Double figure,
        String unit,
        @Nullable Boolean met,
        @Nullable String reason) {

    static Goal atLeast(String name, double least, double figure, String unit) {
        return new Goal(name, "≥ " + Figures.shown(least), figure, unit, figure >= least, null);
    }

    static Goal atMost(String name, double most, double figure, String unit) {
        return new Goal(name, "≤ " + Figures.shown(most), figure, unit, figure <= most, null);
    }

    static Goal notMeasured(String name, String goal, String unit, String reason) {
        return new Goal(name, goal, null, unit, null, reason);
    }
}
