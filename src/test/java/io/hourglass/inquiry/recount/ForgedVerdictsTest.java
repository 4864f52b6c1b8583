package io.hourglass.inquiry.recount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.audit.verifier.ForgedLedger;
import io.hourglass.inquiry.recount.VerdictComparison.Difference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A recount of a ledger's file")
class ForgedVerdictsTest {

    private static final int DAYS = 8;

    private final List<String> ledger = new ArrayList<>();

    @TempDir
    private Path dir;

    /** Of each verdict every third change is tried, each change with a third of the verdicts. */
    private static final int EACH = 3;

    @BeforeEach
    void days() throws IOException {
        ForgedLedger.days(ForgedLedger.released("h2")).subList(0, DAYS).forEach(ledger::addAll);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"h2", "postgres"})
    @DisplayName("finds each verdict and number of an honest one equal")
    void honest(String database) throws IOException {
        var lines = ForgedLedger.released(database);
        var outcome = recount(lines);
        assertThat(outcome.verdicts().differences()).isEmpty();
        assertThat(outcome.verdicts().equal()).isGreaterThan(100);
        assertThat(outcome.verdicts().notCheckable()).isZero();
        assertThat(outcome.numbers()).hasSizeGreaterThan(100).allSatisfy(one -> assertThat(one.equal())
                .isTrue());
    }

    @Test
    @DisplayName("names each verdict of which anything was changed, with what the file says and what the facts say")
    void changed() {
        finalVerdicts().parallelStream().forEach(at -> {
            var changes = changes(ledger.get(at));
            for (var number = at % EACH; number < changes.size(); number += EACH) { // each recount reads the whole file
                var forged = changes.get(number);
                assertThat(recounted(with(at, forged)).verdicts().differences())
                        .as(forged)
                        .singleElement()
                        .satisfies(one -> assertNames(one, ledger.get(at), forged));
            }
        });
    }

    private static List<String> changes(String verdict) {
        var timely = verdict.contains("\"state\":\"TIMELY\"");
        return Stream.of(
                        verdict.replaceFirst(
                                "\"state\":\"[A-Z]+\"", "\"state\":\"" + (timely ? "LATE" : "TIMELY") + "\""),
                        verdict.replaceFirst("\"rule\":\"[A-Z_]+\"", "\"rule\":\"ANSWERED_AFTER_DEADLINE\""),
                        verdict.replaceFirst(
                                "\"state\":\"[A-Z]+\",\"rule\":\"[A-Z_]+\"",
                                "\"state\":\"FOLLOW_UP\",\"rule\":\"FOLLOWS_THREAD\""),
                        verdict.replaceFirst(",\"decidingFact\":\"[^\"]+\"", ""),
                        verdict.replaceFirst(",\"anchor\":\"[^\"]+\"", ""),
                        verdict.replaceFirst("\"anchor\":\"[^\"]+\"", "\"anchor\":\"another\""))
                .filter(forged -> !forged.equals(verdict))
                .toList();
    }

    private static void assertNames(Difference difference, String verdict, String forged) {
        assertThat(verdict).contains("\"inquiry\":\"" + difference.what().split(" ", -1)[1] + "\"");
        assertThat(forged).contains("\"state\":\"" + difference.filed().split(" ", -1)[0] + "\"");
        assertThat(verdict).contains("\"state\":\"" + difference.recounted().split(" ", -1)[0] + "\"");
    }

    @Test
    @DisplayName("names each inquiry whose verdict is missing")
    void missing() {
        finalVerdicts().parallelStream()
                .filter(at -> ledger.get(at).contains("\"seq\":1,"))
                .forEach(at -> {
                    var lines = new ArrayList<>(ledger);
                    lines.remove((int) at);
                    assertThat(recounted(lines).verdicts().differences())
                            .singleElement()
                            .satisfies(one -> assertThat(one.filed()).isEqualTo("no verdict"));
                });
    }

    @Test
    @DisplayName("refuses a verdict that is there twice, of an inquiry that is not, or of another day, by its line")
    void invented() {
        finalVerdicts().parallelStream().forEach(at -> {
            var verdict = ledger.get(at);
            for (var invented : List.of(
                    verdict,
                    verdict.replaceFirst("\"inquiry\":\"[^\"]+\"", "\"inquiry\":\"made-up\""),
                    verdict.replaceFirst("\"seq\":\\d+", "\"seq\":9"),
                    verdict.replaceFirst("\"day\":\"2026", "\"day\":\"2025"),
                    verdict.replace("}", ",\"state\":\"LATE\"}"))) {
                var lines = new ArrayList<>(ledger);
                lines.add(at + 1, invented);
                assertThatThrownBy(() -> recount(lines)).as(invented).hasMessageStartingWith("line " + (at + 2) + ": ");
            }
        });
    }

    @Test
    @DisplayName("says so of each number that was changed, or is missing")
    void numbers() {
        var numbers = at("\"NUMBER\"");
        assertThat(numbers).hasSizeGreaterThan(20);
        numbers.parallelStream().forEach(at -> {
            var lines = new ArrayList<>(ledger);
            var without = new ArrayList<>(ledger);
            lines.set(at, ledger.get(at).replaceFirst("\"countable\":(\\d+)", "\"countable\":1$1"));
            without.remove((int) at);
            for (var forged : List.of(lines, without)) {
                assertThat(recounted(forged).numbers().stream().filter(one -> !one.equal()))
                        .singleElement()
                        .satisfies(one -> assertThat(ledger.get(at))
                                .contains("\"supplier\":\"" + one.published().supplier() + "\""));
            }
        });
    }

    @Test
    @DisplayName(
            "cannot check a verdict whose deciding fact may have happened to a mail of a day that is not in the file")
    void later() throws IOException {
        var unanswered = at("\"state\":\"UNANSWERED\",\"rule\":\"NO_COUNTING_REPLY\",\"anchor\"");
        var first = unanswered.get(0);
        var last = unanswered.get(unanswered.size() - 1);
        assertThat(recount(with(first, onAReply(first))).verdicts().differences())
                .hasSize(1);
        var outcome = recount(with(last, onAReply(last)));
        assertThat(outcome.verdicts().differences()).isEmpty();
        assertThat(outcome.verdicts().notCheckable()).isEqualTo(1);
        assertThat(outcome.numbers())
                .anySatisfy(one -> assertThat(one.recounted()).isNull());
    }

    private String onAReply(int at) {
        return ledger.get(at)
                .replace(
                        "\"state\":\"UNANSWERED\",\"rule\":\"NO_COUNTING_REPLY\",",
                        "\"state\":\"TIMELY\",\"rule\":" + "\"ANSWERED_BY_DEADLINE\",\"decidingFact\":\"later\",");
    }

    @Test
    @DisplayName("refuses a file whose lines are no ledger's, without judging any of it")
    void noLedger() {
        var number = at("\"NUMBER\"").get(0);
        for (var forged : List.of(
                with(0, ledger.get(0) + ledger.get(number)),
                with(0, "hello"),
                with(number, ledger.get(number) + "{}"),
                with(number, ""),
                with(number, ledger.get(number).replace("{", "{ ")),
                Stream.concat(ledger.stream(), ledger.stream()).toList(),
                List.of(ledger.get(0)),
                List.<String>of())) {
            assertThatThrownBy(() -> recount(forged))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("line ");
        }
    }

    private List<Integer> finalVerdicts() {
        return at("{\"entry\":\"VERDICT\"").stream()
                .filter(at -> !ledger.get(at + 1)
                        .startsWith(ledger.get(at).substring(0, ledger.get(at).indexOf(",\"seq\""))))
                .toList();
    }

    private List<Integer> at(String part) {
        return IntStream.range(0, ledger.size())
                .filter(at -> ledger.get(at).contains(part))
                .boxed()
                .toList();
    }

    private List<String> with(int at, String line) {
        var lines = new ArrayList<>(ledger);
        lines.set(at, line);
        return lines;
    }

    private FileRecount.Outcome recount(List<String> lines) throws IOException {
        var file = Files.createTempFile(dir, "ledger", ".ndjson");
        try {
            return FileRecount.of(Files.write(file, lines), number -> true);
        } finally {
            Files.delete(file);
        }
    }

    private FileRecount.Outcome recounted(List<String> lines) {
        try {
            return recount(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
