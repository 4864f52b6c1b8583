package io.hourglass.bench.scale;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.hourglass.bench.scale.ScaleTrial.Result;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The two sizes side by side, against the goals. */
record ScaleReport(Result small, Result large) {

    private static final double WITHIN = 1.5;
    private static final double LONGEST_OF_FIFTY = 2_000;

    void print(PrintStream out) {
        out.printf(
                "%n%,d inquiries, and a hundredth of them; milliseconds%n",
                large.size().inquiries());
        var row = "%-22s %10s %10s %10s %10s %10s %10s %10s %8s %8s %s%n";
        out.printf(
                row,
                "look",
                "p50",
                "p99",
                "p99, small",
                "20 p50",
                "20 p99",
                "rows",
                "buffers",
                "bytes",
                "refused",
                "goal");
        for (var at = 0; at < large.costs().size(); at++) {
            var cost = large.costs().get(at);
            var before = small.costs().get(at);
            var met = cost.refused() == 0
                    && cost.beside().p99() <= cost.look().most()
                    && cost.alone().p99() <= WITHIN * before.alone().p99();
            out.printf(
                    row,
                    cost.look().name(),
                    shown(cost.alone().p50()),
                    shown(cost.alone().p99()),
                    shown(before.alone().p99()),
                    shown(cost.beside().p50()),
                    shown(cost.beside().p99()),
                    cost.rows(),
                    cost.buffers(),
                    cost.bytes(),
                    cost.refused(),
                    met ? "met" : "missed");
        }
        out.printf(
                "fifty at once: p50 %s, longest %s (goal: %s), %d refused; a submission p99 %s, beside them %s (goal: 2 times)%n",
                shown(large.atOnce().p50()),
                shown(large.atOnce().max()),
                shown(LONGEST_OF_FIFTY),
                large.refused(),
                shown(large.intake().p99()),
                shown(large.intakeBeside().p99()));
    }

    void write(Path file) {
        try {
            new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValue(file.toFile(), Map.of("sizes", List.of(small, large)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String shown(double millis) {
        return String.format(Locale.ROOT, "%,.1f", millis);
    }
}
