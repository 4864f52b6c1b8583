package io.hourglass.replay.chat;

import io.hourglass.kernel.text.Commands;
import io.hourglass.replay.chat.ChatReplay.Counts;
import io.hourglass.replay.log.BadLine;
import io.hourglass.replay.log.DaysOfLog;
import io.hourglass.replay.log.ProgramInMemory;
import io.hourglass.sla.days.NaturalDay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code replay-chat}: a log of messages in, consultations and published numbers out. It touches no database but its own in memory. */
@Command(
        name = "replay-chat",
        description =
                "Drives the chat messages of a shop through the engine under simulated time and writes consultations.csv, "
                        + "published.csv, summary.json and rejected.csv.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeOnInvalidInput = ReplayChatCommand.USAGE,
        exitCodeOnExecutionException = ReplayChatCommand.FAILED,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every line was taken in",
            "1:the log could not be read, or the replay failed",
            "2:some lines are against the format; see rejected.csv",
            "64:the command line is wrong"
        })
public class ReplayChatCommand implements Callable<Integer> {

    static final int FAILED = 1;
    static final int SOME_BAD_LINES = 2;
    static final int USAGE = 64;

    /** By then the books of the last day are closed. */
    private static final int DAYS_AFTER_LAST_MESSAGE = 2;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "MESSAGES", description = "CSV, plain or gzipped.")
    private Path log;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the results go.")
    private Path out;

    @Option(names = "--zone", defaultValue = "Asia/Shanghai", description = "Zone of natural days; ${DEFAULT-VALUE}.")
    private ZoneId zone;

    private final Class<?> application;

    public ReplayChatCommand(Class<?> application) {
        this.application = application;
    }

    /** @return the exit code */
    public static int run(Class<?> application, String... args) {
        return Commands.onTerminal(new ReplayChatCommand(application)).execute(args);
    }

    @Override
    public Integer call() throws IOException {
        var count = DaysOfLog.countLines(log, ChatLine.LINES);
        Files.createDirectories(out);
        var badLines = new ArrayList<BadLine>();
        try (var context = ProgramInMemory.start(application, "--hourglass.chat.zone=" + zone.getId());
                var days = DaysOfLog.open(log, ChatLine.READING, zone, badLines::add)) {
            var counts = drive(context.getBean(ChatReplay.class), days, count, badLines);
            context.getBean(ChatResult.class).write(out, zone, counts, badLines);
            report(counts, badLines);
        }
        return badLines.isEmpty() ? 0 : SOME_BAD_LINES;
    }

    private Counts drive(ChatReplay replay, DaysOfLog<ChatLine> days, long count, List<BadLine> badLines)
            throws IOException {
        var counts = new Counts();
        try (var progress = ProgramInMemory.progress("Replay of chat", count)) {
            for (var day = days.nextDay(); !day.isEmpty(); day = days.nextDay()) {
                replay.day(day, counts, badLines::add);
                progress.stepTo(days.linesRead());
            }
            var last = counts.last();
            if (last != null) {
                progress.setExtraMessage("closing the books");
                var lastDay = NaturalDay.of(last, zone);
                replay.passTo(NaturalDay.start(lastDay.plusDays(DAYS_AFTER_LAST_MESSAGE), zone));
            }
        }
        return counts;
    }

    private void report(Counts counts, List<BadLine> badLines) {
        var err = spec.commandLine().getErr();
        badLines.forEach(bad -> err.println("line " + bad.number() + ": " + bad.reason()));
        spec.commandLine()
                .getOut()
                .printf(
                        "%d messages, %d lines repeated, %d rejected -> %s%n",
                        counts.messages(), counts.repeated(), badLines.size(), out);
    }
}
