package io.hourglass.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The evaluate-referrals command")
class EvaluateReferralsCommandTest {

    private static final String HEADER = "event,inquiry,buyer,supplier,at,author,category\n";
    private static final String FINALS = "inquiry,final_supplier\n";

    @TempDir
    private Path folder;

    /** Of pumps asked of S1, S2 serves four of five and S3 one; S9 is the most popular, with nails. */
    private String log(int fromDay) {
        var lines = new ArrayList<String>();
        for (var number = 0; number < 10; number++) {
            lines.add("RECEIVED,P%d-%d,B%d,S1,2016-03-%02dT02:00:%02dZ,,pumps"
                    .formatted(fromDay, number, number, fromDay, number));
        }
        for (var number = 0; number < 30; number++) {
            lines.add("RECEIVED,N%d-%d,C%d,S9,2016-03-%02dT03:00:%02dZ,,nails"
                    .formatted(fromDay, number, number, fromDay, number));
            lines.add("REPLIED,N%d-%d,C%d,S9,2016-03-%02dT04:00:%02dZ,HUMAN,nails"
                    .formatted(fromDay, number, number, fromDay, number));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String finals(int fromDay) {
        var lines = new ArrayList<String>();
        for (var number = 0; number < 10; number++) {
            lines.add("P%d-%d,%s".formatted(fromDay, number, number % 5 == 0 ? "S3" : "S2"));
        }
        return String.join("\n", lines) + "\n";
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private JsonNode evaluated(List<String> arguments) throws IOException {
        var all = new ArrayList<>(arguments);
        all.addAll(List.of("--json", folder.resolve("found.json").toString()));
        assertThat(EvaluateReferralsCommand.run(all.toArray(String[]::new))).isZero();
        return new ObjectMapper().readTree(folder.resolve("found.json").toFile());
    }

    private static JsonNode ranking(JsonNode found, String name) {
        for (var each : found.get("rankings")) {
            if (each.get("ranking").asText().equals(name)) {
                return each;
            }
        }
        throw new AssertionError("no ranking " + name);
    }

    @Test
    @DisplayName("splits one log at an instant, and finds by relevance what popularity misses")
    void split() throws IOException {
        var log = write("log.csv", HEADER + log(1) + log(2));
        var finals = write("finals.csv", FINALS + finals(1) + finals(2));
        var found = evaluated(List.of(
                "--train", log.toString(), "--train-finals", finals.toString(), "--split", "2016-03-02T00:00:00Z"));
        assertThat(found.get("learntFrom").asInt()).isEqualTo(40);
        assertThat(found.get("queries").asInt()).isEqualTo(10);
        assertThat(found.get("candidates").asInt()).isEqualTo(3);
        assertThat(ranking(found, "relevance").get("hitAt1").asDouble()).isEqualTo(0.8);
        assertThat(ranking(found, "relevance").get("mrr").asDouble()).isCloseTo(0.9, within(1e-9));
        assertThat(ranking(found, "most popular").get("hitAt1").asDouble()).isZero();
        assertThat(ranking(found, "raw rate").get("hitAt1").asDouble()).isZero();
        assertThat(ranking(found, "same category").get("hitAt1").asDouble()).isEqualTo(0.8);
    }

    @Test
    @DisplayName("tests on a later log, gzipped or not, and counts who is no candidate as missed")
    void laterLog() throws IOException {
        var train = write("train.csv", HEADER + log(1));
        var trainFinals = write("train-finals.csv", FINALS + finals(1));
        var test = write("test.csv", HEADER + log(2));
        var testFinals = write("test-finals.csv", FINALS + finals(2).replace("P2-1,S2", "P2-1,S77"));
        var found = evaluated(List.of(
                "--train", train.toString(),
                "--train-finals", trainFinals.toString(),
                "--test", test.toString(),
                "--test-finals", testFinals.toString()));
        assertThat(found.get("queries").asInt()).isEqualTo(10);
        assertThat(ranking(found, "relevance").get("hitAt5").asDouble()).isEqualTo(0.9);
    }

    @Test
    @DisplayName("refuses a wrong command line with 64: neither split nor test, or both")
    void wrongUse() throws IOException {
        var log = write("log.csv", HEADER + log(1)).toString();
        var finals = write("finals.csv", FINALS + finals(1)).toString();
        assertThat(EvaluateReferralsCommand.run("--train", log)).isEqualTo(64);
        assertThat(EvaluateReferralsCommand.run("--train", log, "--train-finals", finals))
                .isEqualTo(64);
        assertThat(EvaluateReferralsCommand.run(
                        "--train", log, "--train-finals", finals, "--test", log, "--split", "2016-03-02T00:00:00Z"))
                .isEqualTo(64);
    }

    @Test
    @DisplayName(
            "a file that is against its format ends it with 1: header, line, inquiry listed twice, nothing to test")
    void badFiles() throws IOException {
        var log = write("log.csv", HEADER + log(1)).toString();
        var finals = write("finals.csv", FINALS + finals(1)).toString();
        assertThat(code(
                        write("bad-log.csv", HEADER + "RECEIVED,I1,B1,S1,yesterday,,C1\n")
                                .toString(),
                        finals))
                .isEqualTo(1);
        assertThat(code(log, write("headless.csv", finals(1)).toString())).isEqualTo(1);
        assertThat(code(log, write("short.csv", FINALS + "P1-1\n").toString())).isEqualTo(1);
        assertThat(code(log, write("twice.csv", FINALS + "P1-1,S2\nP1-1,S3\n").toString()))
                .isEqualTo(1);
        assertThat(code(log, finals)).isEqualTo(1);
    }

    /** Nothing was received after the split. */
    private static int code(String log, String finals) {
        return EvaluateReferralsCommand.run(
                "--train", log, "--train-finals", finals, "--split", "2016-03-20T00:00:00Z");
    }

    @Test
    @DisplayName("without a log to learn from, or with what it does not know, ends with 64")
    void usage() throws IOException {
        var log = write("log.csv", HEADER + log(1)).toString();
        assertThat(EvaluateReferralsCommand.run("--train", log)).isEqualTo(64);
        assertThat(EvaluateReferralsCommand.run("--simulate")).isEqualTo(64);
        assertThat(EvaluateReferralsCommand.run()).isEqualTo(64);
    }
}
