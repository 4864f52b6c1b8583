package io.hourglass.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hourglass.Hourglass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The replay command")
class ReplayCommandTest {

    private static final String LOG =
            """
            event,inquiry,buyer,supplier,at,author,category
            RECEIVED,I1,B1,S1,2016-03-01T02:00:00Z,,C1
            RECEIVED,I2,B2,S1,2016-03-01T03:00:00Z,,C1
            REPLIED,I1,B1,S1,2016-03-04T02:00:00Z,HUMAN,C1
            REPLIED,I2,B2,S1,2016-03-04T03:00:00.001Z,HUMAN,C1
            REJECTED,I1,B1,S1,2016-03-04T04:00:00Z,HUMAN,C1
            REPLIED,I1,B1,S1,2016-03-20T00:00:00Z,HUMAN,C1
            """;

    @TempDir
    private Path folder;

    @Test
    @DisplayName("writes verdicts and published numbers; refused and late facts are good lines, and the exit code is 0")
    void goodLog() throws IOException {
        assertThat(replay(LOG)).isZero();
        assertThat(folder.resolve("out/verdicts.csv"))
                .hasContent(
                        """
                        inquiry,supplier,received_day,verdict
                        I1,S1,2016-03-01,TIMELY
                        I2,S1,2016-03-01,LATE
                        """);
        var published = Files.readAllLines(folder.resolve("out/published.csv"));
        assertThat(published).hasSize(31).contains("2016-03-06,S1,1,2", "2016-04-04,S1,1,2");
        var summary =
                new ObjectMapper().readTree(folder.resolve("out/summary.json").toFile());
        assertThat(summary.get("refused").asInt()).isEqualTo(1);
        assertThat(summary.get("late").asInt()).isEqualTo(1);
        assertThat(summary.get("rate").asDouble()).isEqualTo(0.5);
        assertThat(summary.get("published_rows").asInt()).isEqualTo(30);
    }

    @Test
    @DisplayName("knows what was seen of mailboxes, and outages: what nobody could see is unverified")
    void coverage() throws IOException {
        var log =
                """
                event,inquiry,buyer,supplier,at,author,category
                RECEIVED,read,B1,S1,2016-03-01T02:00:00Z,,C1
                RECEIVED,gap,B1,S1,2016-03-05T02:00:00Z,,C1
                RECEIVED,later,B1,S1,2016-03-10T02:00:00Z,,C1
                RECEIVED,outage,B1,S2,2016-03-10T02:00:00Z,,C1
                RECEIVED,other,B1,S3,2016-03-10T02:00:00Z,,C1
                """;
        var seen =
                """
                event,supplier,at,from,until
                CONNECTED,S1,2016-03-01T00:00:00Z,,
                READ,S1,,2016-03-01T00:00:00Z,2016-03-07T00:00:00Z
                READ,S1,,2016-03-08T00:00:00Z,2016-03-11T00:00:00Z
                READ,S1,,2016-03-13T02:00:00Z,2016-04-30T00:00:00Z
                READ_LATER,S1,2016-03-14T00:00:00Z,2016-03-11T00:00:00Z,2016-03-13T02:00:00Z
                OUTAGE,,2016-03-14T00:00:00Z,2016-03-12T00:00:00Z,2016-03-12T03:59:59.999Z
                OUTAGE,,2016-03-14T00:00:00Z,2016-03-13T02:00:00Z,2016-03-13T02:00:00Z
                """;
        assertThat(replay(log, "--coverage", write("seen.csv", seen))).isZero();
        assertThat(folder.resolve("out/verdicts.csv"))
                .hasContent(
                        """
                        inquiry,supplier,received_day,verdict
                        gap,S1,2016-03-05,UNVERIFIED
                        later,S1,2016-03-10,UNVERIFIED
                        other,S3,2016-03-10,UNVERIFIED
                        outage,S2,2016-03-10,UNVERIFIED
                        read,S1,2016-03-01,UNANSWERED
                        """);
        var without = seen.replaceAll("OUTAGE.*2016-03-13T02:00:00Z\n", "");
        assertThat(replay(log, "--coverage", write("seen.csv", without))).isZero();
        assertThat(folder.resolve("out/verdicts.csv"))
                .content()
                .contains(
                        "gap,S1,2016-03-05,UNVERIFIED",
                        "later,S1,2016-03-10,UNANSWERED",
                        "outage,S2,2016-03-10,UNANSWERED");
    }

    @Test
    @DisplayName("takes no log of coverage with a line against the format, and names the line")
    void badCoverage() throws IOException {
        for (var bad : List.of(
                "LOST,S1,2016-03-01T00:00:00Z,,",
                "CONNECTED,S1,yesterday,,",
                "READ,S1,,2016-03-02T00:00:00Z,2016-03-01T00:00:00Z",
                "READ,S1,,2016-03-02T00:00:00Z,",
                "OUTAGE,,2016-03-01T00:00:00Z,2016-03-01T00:00:00Z,2016-03-02T00:00:00Z",
                "CONNECTED,,2016-03-01T00:00:00Z,,")) {
            var file = write("seen.csv", "event,supplier,at,from,until\n" + bad + "\n");
            assertThat(replay(LOG, "--coverage", file)).as(bad).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("reports bad lines with number and reason, does the rest, and says so with exit code 2")
    void someBadLines() throws IOException {
        var log = LOG
                + """
                REPLIED,I2,B2,S9,2016-03-21T00:00:00Z,HUMAN,C1
                REPLIED,I7,B2,S1,2016-03-21T00:00:00Z,HUMAN,C1
                REPLIED,I2,B2,S1,yesterday,HUMAN,C1
                """;
        assertThat(replay(log)).isEqualTo(2);
        var rejected = Files.readAllLines(folder.resolve("out/rejected.csv"));
        assertThat(rejected).hasSize(4);
        assertThat(rejected).anyMatch(line -> line.startsWith("8,") && line.contains("supplier"));
        assertThat(rejected).anyMatch(line -> line.startsWith("9,") && line.contains("no inquiry with the id I7"));
        assertThat(rejected).anyMatch(line -> line.startsWith("10,") && line.contains("yesterday"));
        assertThat(folder.resolve("out/verdicts.csv")).content().contains("I1,S1,2016-03-01,TIMELY");
    }

    @Test
    @DisplayName("counts by local dates where the clocks go back across midnight, and a date is left and begins again")
    void midnightTwice() throws IOException {
        var log =
                """
                event,inquiry,buyer,supplier,at,author,category
                RECEIVED,before,B,S,2010-11-07T02:29:59Z,,
                RECEIVED,first-minute,B,S,2010-11-07T02:30:30Z,,
                RECEIVED,back-again,B,S,2010-11-07T02:31:00Z,,
                RECEIVED,last,B,S,2010-11-07T03:29:59Z,,
                RECEIVED,after,B,S,2010-11-07T03:30:00Z,,
                REPLIED,back-again,B,S,2010-11-10T02:31:00Z,HUMAN,
                """;
        assertThat(replay(log, "--zone", "America/St_Johns")).isZero();
        assertThat(folder.resolve("out/verdicts.csv"))
                .hasContent(
                        """
                        inquiry,supplier,received_day,verdict
                        after,S,2010-11-07,UNANSWERED
                        back-again,S,2010-11-06,TIMELY
                        before,S,2010-11-06,UNANSWERED
                        first-minute,S,2010-11-07,UNANSWERED
                        last,S,2010-11-06,DUPLICATE
                        """);
    }

    @Test
    @DisplayName("says of each line which detail was kept in part, and how many there were")
    void keptInPart() throws IOException {
        var log = LOG + "RECEIVED,I8,B2,S1,2016-03-21T00:00:00Z,," + "c".repeat(401) + "\n"
                + "RECEIVED,I9,B2,S1,2016-03-21T01:00:00Z,," + "c".repeat(400) + "\n";
        assertThat(replay(log)).isZero();
        assertThat(folder.resolve("out/kept-in-part.csv")).hasContent("line,details\n8,category\n");
        assertThat(new ObjectMapper()
                        .readTree(folder.resolve("out/summary.json").toFile())
                        .get("kept_in_part")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("refuses a wrong command line with 64, and a log that it cannot read with 1")
    void wrongUse() throws IOException {
        var log = Files.writeString(folder.resolve("log.csv"), "nonsense\n");
        var out = folder.resolve("out").toString();
        assertThat(ReplayCommand.run(Hourglass.class, log.toString())).isEqualTo(64);
        assertThat(ReplayCommand.run(Hourglass.class, log.toString(), "--out", out, "--zone", "Mars"))
                .isEqualTo(64);
        assertThat(ReplayCommand.run(Hourglass.class, folder.resolve("none.csv").toString(), "--out", out))
                .isEqualTo(1);
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private int replay(String log, String... options) throws IOException {
        var file = Files.writeString(folder.resolve("log.csv"), log);
        var out = folder.resolve("out").toString();
        var args = Stream.concat(Stream.of(file.toString(), "--out", out), Stream.of(options));
        return ReplayCommand.run(Hourglass.class, args.toArray(String[]::new));
    }
}
