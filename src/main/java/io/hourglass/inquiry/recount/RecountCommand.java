package io.hourglass.inquiry.recount;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.hourglass.inquiry.recount.FileRecount.Outcome;
import io.hourglass.inquiry.recount.FileRecount.Result;
import io.hourglass.inquiry.recount.FiledDay.Published;
import io.hourglass.inquiry.recount.VerdictComparison.Difference;
import io.hourglass.kernel.text.Commands;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code recount}: the verdicts and numbers of an exported ledger, made again from its facts. It touches no database. */
@Command(
        name = "recount",
        description =
                "Judges the inquiries of an exported ledger again, and counts its numbers, from the facts in it, and says "
                        + "which verdicts and numbers are not equal.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeOnInvalidInput = RecountCommand.USAGE,
        exitCodeOnExecutionException = RecountCommand.FAILED,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every verdict and number that can be recounted from the file is equal",
            "1:the file is not written as a ledger is, or holds nothing to recount",
            "2:a verdict or a number is not equal",
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
        return Commands.onTerminal(new RecountCommand()).execute(args);
    }

    @Override
    public Integer call() throws IOException {
        var outcome = FileRecount.of(file, this::isWanted);
        var differences = outcome.verdicts().differences().stream()
                .filter(one -> supplier == null || supplier.equals(one.supplier()))
                .toList();
        if (outcome.numbers().isEmpty() && differences.isEmpty() && (isOfSome() || holdsNoVerdict(outcome))) {
            throw new IOException(file + " holds no such number");
        }
        print(outcome, differences);
        if (json != null) {
            write(json, outcome.numbers(), differences);
        }
        return differences.isEmpty() && count(outcome.numbers(), "not equal") == 0 ? 0 : NOT_EQUAL;
    }

    private boolean isOfSome() {
        return supplier != null || on != null;
    }

    /** One of days in which nothing could be counted holds verdicts all the same. */
    private static boolean holdsNoVerdict(Outcome outcome) {
        return outcome.verdicts().equal() + outcome.verdicts().notCheckable() == 0;
    }

    private boolean isWanted(Published number) {
        return (supplier == null || supplier.equals(number.supplier())) && (on == null || on.equals(number.on()));
    }

    private void print(Outcome outcome, List<Difference> differences) {
        var out = spec.commandLine().getOut();
        var each = isOfSome();
        differences.stream().map(RecountCommand::shown).forEach(out::println);
        outcome.numbers().stream()
                .filter(result -> each || outcome(result).equals("not equal"))
                .map(RecountCommand::shown)
                .forEach(out::println);
        out.printf(
                "%s: %d verdicts equal, %d not equal, %d not checkable from this file%n",
                file,
                outcome.verdicts().equal(),
                differences.size(),
                outcome.verdicts().notCheckable());
        out.printf(
                "%s: %d numbers equal, %d not equal, %d not checkable from this file%n",
                file,
                count(outcome.numbers(), "equal"),
                count(outcome.numbers(), "not equal"),
                count(outcome.numbers(), "not checkable"));
        outcome.numbers().stream()
                .filter(result -> result.recounted() == null)
                .collect(groupingBy(Result::missing, LinkedHashMap::new, counting()))
                .forEach((why, count) -> out.printf("%d not checkable: %s%n", count, why));
        out.flush();
    }

    private static void write(Path to, List<Result> numbers, List<Difference> differences) throws IOException {
        var all = Stream.concat(
                        differences.stream().map(RecountCommand::asMap),
                        numbers.stream().map(RecountCommand::asMap))
                .toList();
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(to.toFile(), all);
    }

    private static String shown(Difference verdict) {
        return "%s: the file says %s; recounted %s".formatted(verdict.what(), verdict.filed(), verdict.recounted());
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
                                ? "not checkable: " + result.missing()
                                : "recounted %d of %d: %s"
                                        .formatted(recounted.timely(), recounted.countable(), outcome(result)));
    }

    private static Map<String, Object> asMap(Difference verdict) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("what", verdict.what());
        fields.put("filed", verdict.filed());
        fields.put("recounted", verdict.recounted());
        fields.put("outcome", "not equal");
        return fields;
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
        if (recounted == null) {
            fields.put("reason", result.missing());
        }
        return fields;
    }
}
