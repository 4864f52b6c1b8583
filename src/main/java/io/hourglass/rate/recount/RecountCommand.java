package io.hourglass.rate.recount;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.hourglass.kernel.OneLine;
import io.hourglass.rate.recount.FileRecount.Result;
import io.hourglass.rate.recount.FiledDay.Published;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code recount}: the numbers of an exported ledger, counted again from its facts. It touches no database. */
@Command(
        name = "recount",
        description = "Counts the numbers of an exported ledger again, from the facts in it, and says which are equal.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeOnInvalidInput = RecountCommand.USAGE,
        exitCodeOnExecutionException = RecountCommand.FAILED,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every number that can be recounted from the file is equal",
            "1:the file could not be read, or holds no such number",
            "2:a number is not equal",
            "64:the command line is wrong"
        })
public final class RecountCommand implements Callable<Integer> {

    static final int FAILED = 1;
    static final int NOT_EQUAL = 2;
    static final int USAGE = 64;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "What /api/ledger/export says; may be gzipped.")
    private Path file;

    @Option(names = "--supplier", paramLabel = "ID", description = "Only this supplier's numbers, each shown.")
    private @Nullable String supplier;

    @Option(names = "--on", paramLabel = "DATE", description = "Only numbers published on that date, each shown.")
    private @Nullable LocalDate on;

    @Option(names = "--json", paramLabel = "FILE", description = "Write every result there as well.")
    private @Nullable Path json;

    /** @return the exit code */
    public static int run(String... args) {
        return new CommandLine(new RecountCommand())
                .setOut(OneLine.terminal(System.out))
                .setErr(OneLine.terminal(System.err))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println("recount: " + failure.getMessage());
                    return FAILED;
                })
                .execute(args);
    }

    @Override
    public Integer call() throws IOException {
        var results = FileRecount.of(file, this::isWanted);
        if (results.isEmpty()) {
            throw new IOException(file + " holds no such number");
        }
        print(results);
        if (json != null) {
            var all = results.stream().map(RecountCommand::asMap).toList();
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(json.toFile(), all);
        }
        return count(results, "not equal") == 0 ? 0 : NOT_EQUAL;
    }

    private boolean isWanted(Published number) {
        return (supplier == null || supplier.equals(number.supplier())) && (on == null || on.equals(number.on()));
    }

    private void print(List<Result> results) {
        var out = spec.commandLine().getOut();
        var each = supplier != null || on != null;
        results.stream()
                .filter(result -> each || outcome(result).equals("not equal"))
                .map(RecountCommand::shown)
                .forEach(out::println);
        out.printf(
                "%s: %d numbers equal, %d not equal, %d not checkable from this file%n",
                file, count(results, "equal"), count(results, "not equal"), count(results, "not checkable"));
        out.flush();
    }

    private static String shown(Result result) {
        var number = result.published();
        var recounted = result.recounted();
        return "%s on %s, revision %d: published %d of %d, %s"
                .formatted(
                        number.supplier(),
                        number.on(),
                        number.revision(),
                        number.timely(),
                        number.countable(),
                        recounted == null
                                ? "not checkable: a day from " + number.windowFrom() + " to " + number.windowTo()
                                        + " that is needed is not in the file"
                                : "recounted %d of %d: %s"
                                        .formatted(recounted.timely(), recounted.countable(), outcome(result)));
    }

    private static String outcome(Result result) {
        return result.recounted() == null ? "not checkable" : result.equal() ? "equal" : "not equal";
    }

    private static long count(List<Result> results, String outcome) {
        return results.stream()
                .filter(result -> outcome(result).equals(outcome))
                .count();
    }

    private static Map<String, Object> asMap(Result result) {
        var fields = new LinkedHashMap<String, Object>();
        var number = result.published();
        fields.put("supplier", number.supplier());
        fields.put("publishedOn", number.on().toString());
        fields.put("revision", number.revision());
        fields.put("timely", number.timely());
        fields.put("countable", number.countable());
        var recounted = result.recounted();
        if (recounted != null) {
            fields.put("recountedTimely", recounted.timely());
            fields.put("recountedCountable", recounted.countable());
        }
        fields.put("outcome", outcome(result));
        return fields;
    }
}
