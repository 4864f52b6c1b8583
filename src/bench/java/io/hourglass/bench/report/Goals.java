package io.hourglass.bench.report;

import io.hourglass.bench.contender.Contender.Name;
import io.hourglass.bench.contender.Database;
import io.hourglass.bench.measure.Counts;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/** The goals of {@code docs/performance.md}, all on PostgreSQL, against what was measured. */
final class Goals {

    private static final String TIMES = "times";

    private final Findings findings;

    Goals(Findings findings) {
        this.findings = findings;
    }

    List<Goal> all() {
        return List.of(
                Goal.atLeast("lifecycles against Camunda with defaults", 12, ratio(Name.DEFAULTS), TIMES),
                Goal.atLeast("lifecycles against plain JDBC, a transaction an event", 1, ratio(Name.PLAIN), TIMES),
                Goal.atMost("plain JDBC in groups of 50 against lifecycles", 3, 1 / ratio(Name.GROUPS), TIMES),
                Goal.atMost("round trips a lifecycle", 1, perLifecycle(Counts::trips), "round trips"),
                Goal.atMost("statements a lifecycle", 16, perLifecycle(Counts::statements), "statements"),
                Goal.atLeast("storm of due timers against Camunda with defaults", 8, storm(), TIMES),
                open(),
                reconciler(),
                Goal.atMost(
                        "lateness of a timer on an idle node, p99",
                        2,
                        findings.lateness().millis().p99() / 1000,
                        "seconds"),
                Goal.atMost(
                        "reading a published number at the database, p99",
                        1,
                        findings.reads().atDatabase().p99(),
                        "milliseconds"),
                Goal.atMost(
                        "an offer of alternatives to a single client, p99",
                        50,
                        findings.offers().useCase().p99(),
                        "milliseconds"),
                Goal.atMost("bytes of a closed inquiry", 1500, bytes(), "bytes"),
                Goal.atLeast(
                        "consultations that end at midnight",
                        1000,
                        findings.midnight().endsPerSecond(),
                        "a second"),
                Goal.atMost(
                        "a message meanwhile against before, p99",
                        2,
                        findings.midnight().meanwhile().p99()
                                / findings.midnight().usual().p99(),
                        TIMES),
                Goal.atLeast(
                        "lines of a file against requests of a single client",
                        5,
                        findings.bulkImport().linesPerSecond()
                                / findings.bulkImport().requestsPerSecond(),
                        TIMES),
                Goal.atLeast(
                        "records of a topic against requests of a single client",
                        3,
                        findings.streamedFacts().recordsPerSecond()
                                / findings.streamedFacts().requestsPerSecond(),
                        TIMES),
                Goal.atMost(
                        "heap above idle at midnight and at the close",
                        256,
                        Math.max(
                                findings.midnight().endsHeap(),
                                findings.midnight().closeHeap()),
                        "megabytes"));
    }

    private Goal open() {
        var name = "throughput at a million open inquiries against none";
        if (findings.open().isEmpty()) {
            return Goal.notMeasured(name, "≥ 0.90", TIMES, "measured in mode full only");
        }
        var none = findings.open().get(0);
        var million = findings.open().get(findings.open().size() - 1);
        return Goal.atLeast(name, 0.9, million.lifecyclesPerSecond() / none.lifecyclesPerSecond(), TIMES);
    }

    private Goal reconciler() {
        var name = "a round of the reconciler at a million open inquiries";
        if (findings.open().isEmpty()) {
            return Goal.notMeasured(name, "≤ 2.00", "seconds", "measured in mode full only");
        }
        var million = findings.open().get(findings.open().size() - 1);
        return Goal.atMost(name, 2, million.reconcilerSeconds(), "seconds");
    }

    private double ratio(Name rival) {
        return findings.rounds().ratios().stream()
                .filter(ratio -> ratio.rival() == rival && ratio.database() == Database.Kind.POSTGRESQL)
                .mapToDouble(ratio -> ratio.median())
                .findFirst()
                .orElseThrow();
    }

    private double perLifecycle(ToDoubleFunction<Counts> figure) {
        return findings.rounds().all().stream()
                .filter(series -> series.contender().name() == Name.HOURGLASS
                        && series.contender().onPostgres())
                .mapToDouble(series -> series.perLifecycle(figure))
                .findFirst()
                .orElseThrow();
    }

    private double storm() {
        var storms = findings.storms();
        var ours = Objects.requireNonNull(storms.get(Name.HOURGLASS.toString()));
        var theirs = Objects.requireNonNull(storms.get(Name.DEFAULTS.toString()));
        return ours.timersPerSecond() / theirs.timersPerSecond();
    }

    private double bytes() {
        return Objects.requireNonNull(findings.storedBytes().get(Name.HOURGLASS.toString()))
                .closed();
    }
}
