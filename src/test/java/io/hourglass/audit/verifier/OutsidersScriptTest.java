package io.hourglass.audit.verifier;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.hourglass.inquiry.recount.RecountCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The outsider's script and the program's commands")
class OutsidersScriptTest {

    private static final int FORGERIES = 28;

    @TempDir
    private Path dir;

    @TestFactory
    @DisplayName("both refuse each kind of forgery, of a ledger and of a proof")
    Stream<DynamicTest> forged() throws IOException {
        var answers = files().parallelStream()
                .filter(OutsidersScriptTest::isForged)
                .collect(toMap(file -> file, OutsidersScript::run));
        return answers.keySet().stream()
                .sorted()
                .map(file -> dynamicTest(file.getFileName().toString(), () -> {
                    var answer = Objects.requireNonNull(answers.get(file));
                    assertThat(answer.exit()).as(answer.said()).isEqualTo(1);
                    assertThat(answer.said()).isNotBlank().doesNotContain("Traceback");
                    assertThat(command(file)).isBetween(1, 2);
                }));
    }

    @Test
    @DisplayName("find the exports of 0.1.0 whole and equal, gzipped, and sealed anew without a change, and a proof")
    void honest() throws IOException {
        assertThat(files().stream().filter(file -> !isForged(file))).allSatisfy(file -> {
            assertThat(OutsidersScript.run(file).exit()).isZero();
            assertThat(VerifyLedgerCommand.run(file.toString())).isZero();
        });
        for (var database : List.of("h2", "postgres")) {
            var answer =
                    OutsidersScript.run(Path.of("src/test/resources/released/0.1.0/" + database + ".ledger.ndjson.gz"));
            assertThat(answer.said())
                    .contains("194 verdicts equal, 0 not, 0 not checkable")
                    .contains("461 numbers equal, 0 not, 0 not checkable");
        }
    }

    @Test
    @DisplayName("say what is wrong with a file that is no ledger, in words")
    void noLedger() throws IOException {
        var cut = ForgedLedger.released("h2").get(0).substring(0, 99);
        for (var content : List.of(
                "", "hello", "hello\n", "\uFEFF" + cut, cut, "\u0000\n", "[".repeat(9999) + "\n", "{\"proof\":1}")) {
            var file = Files.writeString(dir.resolve("file"), content);
            var answer = OutsidersScript.run(file);
            assertThat(answer.exit()).isEqualTo(1);
            assertThat(answer.said()).startsWith(file + ": ").doesNotContain("Traceback");
            assertThat(RecountCommand.run(file.toString())).isEqualTo(1);
        }
        assertThat(OutsidersScript.run(dir.resolve("nowhere")).said())
                .contains("nowhere")
                .doesNotContain("Traceback");
    }

    private static boolean isForged(Path file) {
        return file.toString().endsWith(".verify") || file.toString().endsWith(".recount");
    }

    private static int command(Path file) {
        return file.toString().endsWith(".verify")
                ? VerifyLedgerCommand.run(file.toString())
                : RecountCommand.run(file.toString());
    }

    /** Of the first days of a ledger. */
    private List<Path> files() throws IOException {
        var ledger = ForgedLedger.days(ForgedLedger.released("h2")).subList(0, 8).stream()
                .flatMap(List::stream)
                .toList();
        var folder = Files.createDirectories(dir.resolve("forged"));
        var answer = OutsidersScript.forge(
                Files.write(dir.resolve("ledger.ndjson"), ledger),
                Files.writeString(dir.resolve("proof.json"), ForgedLedgerTest.proof()),
                folder);
        assertThat(answer.exit()).as(answer.said()).isZero();
        try (var files = Files.list(folder)) {
            var all = files.sorted().toList();
            assertThat(all).filteredOn(OutsidersScriptTest::isForged).hasSize(FORGERIES);
            return all;
        }
    }
}
