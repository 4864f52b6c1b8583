package io.hourglass.audit.verifier;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.hourglass.kernel.text.Commands;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verify-ledger}: is an exported ledger, or the proof of an inquiry, as it was sealed? It touches no database. */
@Command(
        name = "verify-ledger",
        description =
                "Checks an exported ledger, or the proof for an inquiry, and names each entry that is not as it was "
                        + "sealed.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeOnInvalidInput = VerifyLedgerCommand.USAGE,
        exitCodeOnExecutionException = VerifyLedgerCommand.FAILED,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything is as it was sealed",
            "1:the file could not be read, or the result could not be written",
            "2:something is not as it was sealed",
            "64:the command line is wrong"
        })
public final class VerifyLedgerCommand implements Callable<Integer> {

    static final int FAILED = 1;
    static final int NOT_AS_SEALED = 2;
    static final int USAGE = 64;

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "FILE",
            description = "What /api/ledger/export or a proof says; may be gzipped.")
    private Path file;

    @Option(
            names = "--root",
            paramLabel = "HEX",
            description =
                    "A published root. The last day must have it; of a proof with several seals, give that of each.")
    private List<String> published = List.of();

    @Option(names = "--json", paramLabel = "FILE", description = "Write the result there as well.")
    private @Nullable Path json;

    /** @return the exit code */
    public static int run(String... args) {
        return Commands.onTerminal(new VerifyLedgerCommand()).execute(args);
    }

    @Override
    public Integer call() throws IOException {
        var result = againstPublished(check());
        print(result);
        if (json != null) {
            write(json, result);
        }
        return result.whole() ? 0 : NOT_AS_SEALED;
    }

    private LedgerCheck.Result check() throws IOException {
        try (var lines = Lines.of(file, "Verify")) {
            return ProofCheck.isProof(lines) ? ProofCheck.of(lines) : LedgerCheck.of(lines);
        }
    }

    private LedgerCheck.Result againstPublished(LedgerCheck.Result result) throws IOException {
        if (result.roots().isEmpty()) {
            throw new IOException(file + " is empty");
        }
        var findings = new ArrayList<>(result.findings());
        result.roots().forEach((day, root) -> {
            if (!published.isEmpty() && published.stream().noneMatch(root::equalsIgnoreCase)) {
                findings.add(new Finding(day, Finding.Kind.ROOT, null, null, "the root is none given with --root"));
            }
        });
        return new LedgerCheck.Result(result.days(), result.entries(), result.firstDay(), result.roots(), findings);
    }

    private void print(LedgerCheck.Result result) {
        var out = spec.commandLine().getOut();
        result.findings().forEach(out::println);
        out.printf(
                "%s: %d days from %s to %s, %d entries, %s%n",
                file,
                result.days(),
                result.firstDay(),
                result.roots().lastKey(),
                result.entries(),
                result.whole() ? "as they were sealed" : result.findings().size() + " findings");
        result.roots().forEach((day, root) -> out.printf("the root of %s is %s%n", day, root));
        out.flush();
    }

    private void write(Path to, LedgerCheck.Result result) throws IOException {
        var all = new LinkedHashMap<String, Object>();
        all.put("file", file.toString());
        all.put("whole", result.whole());
        all.put("days", result.days());
        all.put("entries", result.entries());
        all.put("firstDay", String.valueOf(result.firstDay()));
        all.put("lastDay", String.valueOf(result.roots().lastKey()));
        all.put("lastRoot", result.roots().get(result.roots().lastKey()));
        all.put(
                "findings",
                result.findings().stream().map(VerifyLedgerCommand::asMap).toList());
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(to.toFile(), all);
    }

    private static Map<String, Object> asMap(Finding finding) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("day", finding.day().toString());
        fields.put("kind", finding.kind());
        if (finding.position() != null) {
            fields.put("position", finding.position());
        }
        if (finding.entry() != null) {
            fields.put("entry", finding.entry());
        }
        fields.put("explanation", finding.explanation());
        return fields;
    }
}
