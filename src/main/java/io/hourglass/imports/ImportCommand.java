package io.hourglass.imports;

import io.hourglass.imports.StartImport.Asked;
import io.hourglass.imports.files.ImportFile;
import io.hourglass.imports.files.ImportState;
import io.hourglass.imports.files.Imports;
import io.hourglass.imports.files.Manner;
import io.hourglass.imports.history.HistoryAlone;
import io.hourglass.imports.history.HistoryFile;
import io.hourglass.imports.work.GoThrough;
import io.hourglass.kernel.text.Commands;
import io.hourglass.kernel.text.Sha256;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code import}: a file of facts into the database that the program is configured for. The same file again, after it was broken off,
 * goes on where it was.
 */
@Command(
        name = "import",
        description = "Takes a file of facts, CSV or JSON Lines, plain or gzipped, into the configured database.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeOnInvalidInput = ImportCommand.USAGE,
        exitCodeOnExecutionException = ImportCommand.FAILED,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every line was taken in, was known, or waits for its inquiry",
            "1:the file could not be read, or the import failed or was stopped",
            "2:some lines were rejected; see --rejected",
            "64:the command line is wrong"
        })
public final class ImportCommand implements Callable<Integer> {

    static final int FAILED = 1;
    static final int SOME_REJECTED = 2;
    static final int USAGE = 64;

    private static final int PAUSE_MILLIS = 500;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE")
    private Path file;

    @Option(
            names = "--rehearse",
            description = "Say what would become of the lines, late ones among them, and keep none.")
    private boolean rehearse;

    @Option(
            names = "--history",
            description =
                    "Bring the past into an empty database: each line as of its recordedAt, or else its at, in their order. Books are"
                            + " closed, sealed and published on the way; nobody is told. No other program may use the database meanwhile.")
    private boolean history;

    @Option(
            names = "--rejected",
            paramLabel = "FILE",
            description = "Write the rejected lines there, to be corrected and sent again.")
    private @Nullable Path rejected;

    private final Class<?> application;

    public ImportCommand(Class<?> application) {
        this.application = application;
    }

    /** @return the exit code */
    public static int run(Class<?> application, String... args) {
        return Commands.onTerminal(new ImportCommand(application)).execute(args);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (history && rehearse) {
            throw new ParameterException(spec.commandLine(), "--history and --rehearse exclude each other");
        }
        var sha256 = Sha256.hex(file);
        try (var context = start()) {
            var unfinished = unfinished(context, sha256);
            var going = unfinished.isPresent() ? unfinished.get() : begin(context);
            var over = goThrough(context, going);
            writeRejected(context, over);
            return report(over);
        }
    }

    private Optional<ImportFile> unfinished(ConfigurableApplicationContext context, String sha256) throws IOException {
        var alone = context.getBean(HistoryAlone.class);
        if (history) {
            HistoryFile.check(file, context.getBean(Clock.class).instant());
            return alone.begunBefore(sha256);
        }
        alone.checkNoneIsUnderWay();
        return context.getBean(Imports.class).unfinished(sha256, manner());
    }

    private Manner manner() {
        return history ? Manner.HISTORY : rehearse ? Manner.REHEARSED : Manner.TAKEN;
    }

    private ImportFile begin(ConfigurableApplicationContext context) throws IOException {
        try (var bytes = Files.newInputStream(file)) {
            var name = String.valueOf(file.getFileName());
            return context.getBean(StartImport.class).start(new Asked(name, manner(), "import"), bytes);
        }
    }

    /** Another node may go through it instead, or may have been at it a moment ago and be gone. */
    private static ImportFile goThrough(ConfigurableApplicationContext context, ImportFile file)
            throws InterruptedException {
        var imports = context.getBean(Imports.class);
        var files = context.getBean(GoThrough.class);
        try (var progress = progress(file)) {
            var now = file;
            while (!now.state().isOver()) {
                var isGone = files.next(
                        file.id(),
                        counts -> imports.find(file.id()).ifPresent(each -> show(each, progress)),
                        () -> true);
                now = imports.find(file.id()).orElseThrow();
                progress.stepTo(now.bytesRead());
                if (!isGone && !now.state().isOver()) {
                    TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
                }
            }
            return now;
        }
    }

    private static void show(ImportFile file, ProgressBar progress) {
        progress.stepTo(file.bytesRead());
        if (file.manner() == Manner.HISTORY && file.bytesRead() == file.bytes()) {
            progress.setExtraMessage("closing the books until now");
        }
    }

    private void writeRejected(ConfigurableApplicationContext context, ImportFile over) throws IOException {
        if (rejected != null && over.counts().rejected() > 0) {
            try (var out = new BufferedOutputStream(Files.newOutputStream(rejected))) {
                context.getBean(RejectedLines.class).write(over, out);
            }
        }
    }

    private int report(ImportFile over) {
        var counts = over.counts();
        spec.commandLine()
                .getOut()
                .printf(
                        "%d lines: %d taken (%d refused by rule, %d late), %d repeated, %d waiting for their inquiry, %d rejected%n",
                        counts.lines(),
                        counts.taken(),
                        counts.refused(),
                        counts.late(),
                        counts.repeated(),
                        counts.waiting(),
                        counts.rejected());
        if (over.state() != ImportState.DONE) {
            spec.commandLine().getErr().println(spec.name() + ": " + over.why());
            return FAILED;
        }
        return counts.rejected() > 0 ? SOME_REJECTED : 0;
    }

    /** Beside the program's nodes: their timers are theirs. */
    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(application)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run(
                        "--camunda.bpm.job-execution.enabled=false",
                        "--hourglass.demo=false",
                        "--logging.level.root=warn");
    }

    private static ProgressBar progress(ImportFile file) {
        return new ProgressBarBuilder()
                .setTaskName(file.rehearsed() ? "Rehearsal" : "Import")
                .setInitialMax(file.bytes())
                .setUnit(" bytes", 1)
                .setUpdateIntervalMillis(PAUSE_MILLIS)
                .build();
    }
}
