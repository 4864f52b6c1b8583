package io.hourglass.replay;

import io.hourglass.inquiry.policy.DuplicateRule;
import io.hourglass.inquiry.policy.Policies;
import io.hourglass.kernel.text.Commands;
import io.hourglass.replay.coverage.CoverageLog;
import io.hourglass.replay.log.BadLine;
import io.hourglass.replay.log.DaysOfLog;
import io.hourglass.replay.log.ProgramInMemory;
import io.hourglass.sla.days.NaturalDay;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code replay}: an event log in, verdicts and published numbers out. It touches no database but its own in memory. */
@Command(
        name = "replay",
        description = "Drives an event log through the engine under simulated time and writes verdicts.csv, "
                + "published.csv, summary.json, rejected.csv and kept-in-part.csv.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeOnInvalidInput = ReplayCommand.USAGE,
        exitCodeOnExecutionException = ReplayCommand.FAILED,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every line was taken in; see kept-in-part.csv for details that were not kept whole",
            "1:the log could not be read, or the replay failed",
            "2:some lines are against the format; see rejected.csv",
            "64:the command line is wrong"
        })
public class ReplayCommand implements Callable<Integer> {

    static final int FAILED = 1;
    static final int SOME_BAD_LINES = 2;
    static final int USAGE = 64;

    private static final int DAYS_AFTER_LAST_INQUIRY = 35;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "LOG", description = "CSV, plain or gzipped.")
    private Path log;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the results go.")
    private Path out;

    @Option(names = "--zone", defaultValue = "Asia/Shanghai", description = "Marketplace zone; ${DEFAULT-VALUE}.")
    private ZoneId zone;

    @Option(
            names = "--duplicates",
            defaultValue = "NATURAL_DAY",
            description = "One of ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE}.")
    private DuplicateRule duplicates;

    @Option(
            names = "--coverage",
            paramLabel = "FILE",
            description = "What was seen of suppliers' mailboxes, and outages: CSV, plain or gzipped.")
    private @Nullable Path coverage;

    private final Class<?> application;

    public ReplayCommand(Class<?> application) {
        this.application = application;
    }

    /** @return the exit code */
    public static int run(Class<?> application, String... args) {
        return Commands.onTerminal(new ReplayCommand(application)).execute(args);
    }

    @Override
    public Integer call() throws IOException {
        var lines = EventLog.countLines(log);
        var seen = coverage == null ? CoverageLog.empty() : CoverageLog.read(coverage);
        Files.createDirectories(out);
        var badLines = new ArrayList<BadLine>();
        try (var context = start();
                var events = EventLog.open(log, zone, badLines::add)) {
            var counts = drive(context.getBean(Replay.class).start(badLines::add, seen), context, events, lines);
            context.getBean(ReplayResult.class).write(out, counts, badLines);
            report(counts, badLines);
        }
        return badLines.isEmpty() ? 0 : SOME_BAD_LINES;
    }

    private ReplayCounts drive(
            Replay.Run run, ConfigurableApplicationContext context, DaysOfLog<LogEvent> events, long lines)
            throws IOException {
        try (var progress = ProgramInMemory.progress("Replay", lines)) {
            for (var day = events.nextDay(); !day.isEmpty(); day = events.nextDay()) {
                run.day(day, progress::step);
                progress.stepTo(events.linesRead());
            }
            var counts = run.finish();
            var lastReceipt = counts.lastReceipt();
            if (lastReceipt != null) {
                progress.setExtraMessage("closing the books");
                var lastDay = context.getBean(Policies.class).dayOf(lastReceipt);
                run.passTo(NaturalDay.start(lastDay.plusDays(DAYS_AFTER_LAST_INQUIRY), zone));
            }
            return counts;
        }
    }

    private ConfigurableApplicationContext start() {
        return ProgramInMemory.start(
                application, "--hourglass.policy.zone=" + zone.getId(), "--hourglass.policy.duplicates=" + duplicates);
    }

    private void report(ReplayCounts counts, List<BadLine> badLines) {
        PrintWriter err = spec.commandLine().getErr();
        badLines.forEach(bad -> err.println("line " + bad.number() + ": " + bad.reason()));
        counts.inPart().forEach(part -> err.println("line " + part.number() + ": kept in part: " + part.names()));
        spec.commandLine()
                .getOut()
                .printf(
                        "%d inquiries, %d facts (%d refused by rule, %d late), %d lines repeated, %d kept in part, %d rejected -> %s%n",
                        counts.inquiries(),
                        counts.facts(),
                        counts.refused(),
                        counts.late(),
                        counts.repeated(),
                        counts.inPart().size(),
                        badLines.size(),
                        out);
    }
}
