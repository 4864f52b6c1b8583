package io.hourglass.mail.command;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.hourglass.kernel.ids.ExternalId;
import io.hourglass.kernel.text.Commands;
import io.hourglass.kernel.text.OneLine;
import io.hourglass.mail.Classified;
import io.hourglass.mail.Classifier;
import io.hourglass.mail.MailReason;
import io.hourglass.mail.ReadMail;
import io.hourglass.mail.parse.MailReader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code classify-mail}: who wrote each mail of a folder, and why, as CSV. It touches no database. */
@Command(
        name = "classify-mail",
        description = "Says of each file of a folder, a mail as it was sent, who wrote it, and why: PERSON, AUTOMATIC, "
                + "BOUNCE, BULK or UNSURE.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeOnInvalidInput = ClassifyMailCommand.USAGE,
        exitCodeOnExecutionException = ClassifyMailCommand.FAILED,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:each file has its line", "1:the folder could not be read", "64:the command line is wrong"})
public final class ClassifyMailCommand implements Callable<Integer> {

    static final int FAILED = 1;
    static final int USAGE = 64;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DIR", description = "A folder of mails (RFC 5322), one in a file.")
    private Path folder;

    @Option(names = "--headers-only", description = "Read no bodies: what can be said of a mailbox of others.")
    private boolean headersOnly;

    /** @return the exit code */
    public static int run(String... args) {
        return Commands.onTerminal(new ClassifyMailCommand()).execute(args);
    }

    @Override
    public Integer call() throws IOException {
        var files = files();
        var out = spec.commandLine().getOut();
        out.print(row("file", "class", "reasons"));
        for (var file : files) {
            var name = OneLine.of(file.getFileName());
            var classified = classified(file);
            out.print(row(name, classified.mailClass().name(), words(classified)));
        }
        out.flush();
        return 0;
    }

    /** Those within folders of it are not of it. */
    private List<Path> files() throws IOException {
        if (!Files.exists(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
        if (!Files.isDirectory(folder)) {
            throw new IOException(folder + ": it is no folder");
        }
        try (var all = Files.list(folder)) {
            return all.filter(file -> !Files.isDirectory(file))
                    .sorted(Comparator.comparing(file -> file.getFileName().toString(), ExternalId.BY_CODE_POINT))
                    .toList();
        }
    }

    private Classified classified(Path file) {
        if (!Files.isRegularFile(file)) {
            return Classifier.of(ReadMail.refused(List.of(), MailReason.UNREADABLE));
        }
        try (var mail = Files.newInputStream(file)) {
            return Classifier.of(headersOnly ? MailReader.headers(mail) : MailReader.whole(mail));
        } catch (IOException e) {
            return Classifier.of(ReadMail.refused(List.of(), MailReason.UNREADABLE));
        }
    }

    private static String words(Classified classified) {
        return classified.reasons().stream().map(Enum::name).collect(Collectors.joining(" "));
    }

    private static String row(String... cells) {
        var row = new StringWriter();
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(row)) {
            csv.writeRecord(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return row.toString();
    }
}
