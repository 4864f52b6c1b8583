package io.hourglass.bench.trial;

import io.hourglass.bench.measure.Spread;
import java.util.Objects;

/** How long a single client waits for an answer, nobody else calling; in milliseconds. */
public record OneCaller(int requests, Spread submit, Spread record) {

    public static OneCaller of(Series series, int inquiries) {
        var result = SliceRun.of(series.contender(), series.slices().next(inquiries), 1, phase -> {});
        return new OneCaller(
                inquiries,
                Spread.ofMillis(Objects.requireNonNull(result.calls().get(Phase.INTAKE))),
                Spread.ofMillis(Objects.requireNonNull(result.calls().get(Phase.ANSWERS))));
    }
}
