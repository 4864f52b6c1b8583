package io.hourglass.bench.report;

import io.hourglass.bench.measure.Spread;
import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The findings as tables on a console. */
final class Tables {

    private final Findings findings;
    private final List<ContenderFigures> contenders;
    private final List<Goal> goals;

    Tables(Findings findings, List<ContenderFigures> contenders, List<Goal> goals) {
        this.findings = findings;
        this.contenders = contenders;
        this.goals = goals;
    }

    void print(PrintStream out) {
        out.println();
        findings.run().forEach((name, value) -> out.println(name + ": " + value));
        printContenders(out);
        printRatios(out);
        printSizes(out);
        printTimes(out);
        printOpen(out);
        printGoals(out);
    }

    private void printContenders(PrintStream out) {
        var row = "%-46s %-14s %9s %12s %8s %8s %8s %8s %8s %8s%n";
        out.printf(
                "%n" + row,
                "for each lifecycle",
                "",
                "warmed up",
                "lifecycles/s",
                "trips",
                "stmts",
                "writes",
                "selects",
                "rows",
                "WAL");
        contenders.forEach(each -> out.printf(
                row,
                each.contender(),
                each.database(),
                String.format("%,d", each.lifecyclesOfWarmUp()),
                Figures.shown(each.lifecyclesPerSecond()),
                Figures.shown(each.roundTrips()),
                Figures.shown(each.statements()),
                Figures.shown(each.writes()),
                Figures.shown(each.selects()),
                Figures.shown(each.rows()),
                Figures.shown(each.walBytes())));
        out.println();
        contenders.forEach(
                each -> out.println("seconds of " + each.contender() + " on " + each.database() + ": " + phases(each)));
    }

    private static String phases(ContenderFigures each) {
        var line = new StringBuilder();
        each.phaseSeconds().forEach((phase, seconds) -> line.append(phase)
                .append(' ')
                .append(Figures.shown(seconds))
                .append("  "));
        return line.toString();
    }

    private void printRatios(PrintStream out) {
        out.printf("%nHourglass against the others, median of the rounds:%n");
        findings.rounds()
                .ratios()
                .forEach(ratio -> out.printf(
                        "  %-46s %-14s %8s  %s%n",
                        ratio.rival(),
                        ratio.database(),
                        Figures.shown(ratio.median()),
                        ratio.ofRounds().stream().map(Figures::shown).toList()));
    }

    private void printSizes(PrintStream out) {
        out.printf("%nOn PostgreSQL:%n");
        findings.storms()
                .forEach((name, storm) -> out.printf(
                        "  storm of %d timers (%d inquiries), %s: %s timers/s%n",
                        storm.timers(), storm.inquiries(), name, Figures.shown(storm.timersPerSecond())));
        findings.storedBytes()
                .forEach((name, bytes) -> out.printf(
                        "  bytes of an open / closed inquiry, %s: %s / %s%n",
                        name, Figures.shown(bytes.open()), Figures.shown(bytes.closed())));
    }

    private void printTimes(PrintStream out) {
        var reads = findings.reads();
        out.println("  a single client, submit: " + millis(findings.oneCaller().submit()));
        out.println("  a single client, record: " + millis(findings.oneCaller().record()));
        out.printf(
                "  a published number of %,d suppliers × %d days, %s queries: %s%n",
                reads.suppliers(), reads.days(), Figures.shown(reads.queries()), millis(reads.useCase()));
        out.println("  the same, at the database: " + millis(reads.atDatabase()));
        var offers = findings.offers();
        out.printf(
                "  an offer among %,d suppliers × %,d categories, %s queries: %s%n",
                offers.suppliers(), offers.categories(), Figures.shown(offers.queries()), millis(offers.useCase()));
        out.println("  the same, at the database: " + millis(offers.atDatabase()));
        var day = findings.ledgerDay();
        out.printf(
                "  a day of %,d inquiries in the ledger, %,d entries: sealed in %s s, exported in %s s (%,d bytes)%n",
                day.inquiries(),
                day.entries(),
                Figures.shown(day.sealSeconds()),
                Figures.shown(day.exportSeconds()),
                day.exportBytes());
        out.println("  a proof of it: " + millis(day.proofMillis()));
        var midnight = findings.midnight();
        out.printf(
                "  midnight of chat: %,d consultations end at %s/s (heap +%s MB); the close %s s (+%s MB)%n",
                midnight.consultations(),
                Figures.shown(midnight.endsPerSecond()),
                Figures.shown(midnight.endsHeap()),
                Figures.shown(midnight.closeSeconds()),
                Figures.shown(midnight.closeHeap()));
        out.println("  a message before: " + millis(midnight.usual()));
        out.println("  a message meanwhile: " + millis(midnight.meanwhile()));
        var bulk = findings.bulkImport();
        out.printf(
                "  a file of %,d facts: %s lines/s, %s times the %s/s of a single client%n",
                bulk.lines(),
                Figures.shown(bulk.linesPerSecond()),
                Figures.shown(bulk.linesPerSecond() / bulk.requestsPerSecond()),
                Figures.shown(bulk.requestsPerSecond()));
        var streamed = findings.streamedFacts();
        out.printf(
                "  a topic of %,d facts: %s records/s, %s times the %s/s of a single client%n",
                streamed.records(),
                Figures.shown(streamed.recordsPerSecond()),
                Figures.shown(streamed.recordsPerSecond() / streamed.requestsPerSecond()),
                Figures.shown(streamed.requestsPerSecond()));
        out.printf(
                "  lateness of %d timers on an idle node: %s%n",
                findings.lateness().timers(), millis(findings.lateness().millis()));
    }

    private void printOpen(PrintStream out) {
        findings.open()
                .forEach(open -> out.printf(
                        "  with %,d open inquiries: %s lifecycles/s; a round of the reconciler %s s%n",
                        open.open(),
                        Figures.shown(open.lifecyclesPerSecond()),
                        Figures.shown(open.reconcilerSeconds())));
    }

    private void printGoals(PrintStream out) {
        out.printf("%n%-56s %10s %10s %-14s %s%n", "goal (PostgreSQL)", "wanted", "found", "", "");
        goals.forEach(goal -> out.printf(
                "%-56s %10s %10s %-14s %s%n",
                goal.name(), goal.goal(), Figures.shown(goal.figure()), goal.unit(), said(goal.met(), goal.reason())));
        out.println();
    }

    private static String said(@Nullable Boolean met, @Nullable String reason) {
        return met == null ? String.valueOf(reason) : met ? "met" : "MISSED";
    }

    private static String millis(Spread spread) {
        return "p50 %s, p99 %s, max %s ms"
                .formatted(Figures.shown(spread.p50()), Figures.shown(spread.p99()), Figures.shown(spread.max()));
    }
}
