package io.hourglass.replay.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.Hourglass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A log of chat that is replayed")
class ReplayChatCommandTest {

    @TempDir
    private Path folder;

    private int replay(String... lines) throws IOException {
        var log = Files.write(
                folder.resolve("log.csv"),
                Stream.concat(Stream.of("message,from,buyer,account,at,author"), Stream.of(lines))
                        .toList());
        return ReplayChatCommand.run(
                Hourglass.class,
                log.toString(),
                "--out",
                folder.resolve("out").toString(),
                "--zone",
                "America/Los_Angeles");
    }

    private List<String> result(String file) throws IOException {
        return Files.readAllLines(folder.resolve("out").resolve(file));
    }

    @Test
    @DisplayName("gives each consultation once, on the day of its question, whatever the order of the lines of a day")
    void consultations() throws IOException {
        assertThat(replay(
                        "M3,ACCOUNT,U2,A1,2004-04-16T06:59:59Z,HUMAN",
                        "M1,BUYER,U2,A1,2004-04-15T22:00:00Z,HUMAN",
                        "M1,BUYER,U2,A1,2004-04-15T22:00:00Z,HUMAN",
                        "M2,BUYER,U1,A10,2004-04-16T06:59:00Z,HUMAN",
                        "M4,ACCOUNT,U1,A10,2004-04-16T07:00:00Z,HUMAN",
                        "M5,BUYER,U1,A10,2004-04-17T01:00:00Z,HUMAN",
                        "M6,ACCOUNT,U1,A10,2004-04-17T02:00:00Z,AUTO_REPLY"))
                .isZero();
        assertThat(result("consultations.csv"))
                .containsExactly(
                        "day,account,buyer,answered",
                        "2004-04-15,A1,U2,1",
                        "2004-04-15,A10,U1,0",
                        "2004-04-16,A10,U1,0");
        assertThat(result("published.csv"))
                .containsExactly(
                        "published_on,account,answered,countable",
                        "2004-04-16,A1,1,1",
                        "2004-04-16,A10,0,1",
                        "2004-04-17,A1,1,1",
                        "2004-04-17,A10,0,2");
        assertThat(result("summary.json")).contains(" \"consultations\" : 3,", " \"repeated\" : 1,");
    }

    @Test
    @DisplayName("names each line that is against the format, and takes the others")
    void badLines() throws IOException {
        assertThat(replay(
                        "M1,BUYER,U1,A1,2004-04-15T22:00:00Z,",
                        "M2,NOBODY,U1,A1,2004-04-15T22:00:00Z,HUMAN",
                        "M3,ACCOUNT,U1,A1,2004-04-15T22:00:00Z,PARROT",
                        "M4,ACCOUNT,U1,A1,yesterday,HUMAN",
                        "M1,BUYER,U9,A1,2004-04-15T22:00:00Z,"))
                .isEqualTo(2);
        assertThat(result("rejected.csv"))
                .hasSize(5)
                .anySatisfy(line -> assertThat(line).startsWith("3,").contains("from"))
                .anySatisfy(line -> assertThat(line).startsWith("4,").contains("author"))
                .anySatisfy(line -> assertThat(line).startsWith("5,").contains("at is"))
                .anySatisfy(line -> assertThat(line).startsWith("6,").contains("known already"));
        assertThat(result("consultations.csv")).containsExactly("day,account,buyer,answered", "2004-04-15,A1,U1,0");
    }
}
