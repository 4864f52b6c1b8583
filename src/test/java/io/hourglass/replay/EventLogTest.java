package io.hourglass.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.evidence.details.Detail;
import io.hourglass.replay.log.BadLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An event log")
class EventLogTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final String LATE_EVENING = "RECEIVED,I1,B1,S1,2016-02-29T15:59:59Z,,";
    private static final String AFTER_MIDNIGHT = "RECEIVED,I2,B1,S1,2016-02-29T16:00:00Z,,";

    @TempDir
    private Path folder;

    private final List<BadLine> bad = new ArrayList<>();

    @Test
    @DisplayName("is read a natural day of the zone at a time, each day in the order of its times")
    void dayByDay() throws IOException {
        var early = "RECEIVED,I0,B1,S1,2016-02-28T16:00:00Z,,";
        var file = plain(LogFormat.LINES.header(), LATE_EVENING, early, AFTER_MIDNIGHT);
        assertThat(days(file)).containsExactly(List.of("I0", "I1"), List.of("I2"));
        assertThat(bad).isEmpty();
    }

    @Test
    @DisplayName("may be gzipped, have Windows line ends and a byte order mark")
    void forms() throws IOException {
        var file = folder.resolve("log.csv.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(("\uFEFF" + LogFormat.LINES.header() + "\r\n" + LATE_EVENING + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        assertThat(days(file)).containsExactly(List.of("I1"));
        assertThat(EventLog.countLines(file)).isEqualTo(1);
    }

    @Test
    @DisplayName("is CSV as RFC 4180 has it: quoted names, fields over lines, blank lines at the end")
    void csv() throws IOException {
        var header = "\"event\",\"inquiry\",buyer,\"supplier\",at,author,\"category\"";
        var twoLines = "RECEIVED,I1,B1,S1,2016-02-29T01:00:00Z,,\"Nuts,\n\"\"Bolts\"\"\"";
        var file = plain("\uFEFF" + header, twoLines, LATE_EVENING.replace("I1", "I3"), "", "");
        try (var log = EventLog.open(file, SHANGHAI, bad::add)) {
            assertThat(log.nextDay()).extracting(LogEvent::category).containsExactly("Nuts,\n\"Bolts\"", null);
        }
        assertThat(bad).isEmpty();
    }

    @Test
    @DisplayName("has a header, whole and in its order")
    void wrongHeader() throws IOException {
        for (var header : List.of(
                "", LogFormat.LINES.header() + ",more", LogFormat.LINES.header().replace("at", "At"), "\"event")) {
            var file = plain(header, LATE_EVENING);
            assertThatThrownBy(() -> EventLog.open(file, SHANGHAI, bad::add))
                    .as(header)
                    .hasMessageContaining("the first line must be");
        }
    }

    @Test
    @DisplayName("reports a quote that is never closed at its own line, however many follow")
    void neverClosed() throws IOException {
        var lines =
                new ArrayList<>(List.of(LogFormat.LINES.header(), "RECEIVED,I0,B1,S1,2016-02-29T01:00:00Z,,\"Nuts"));
        IntStream.range(1, 3_000).forEach(at -> lines.add(LATE_EVENING.replace("I1", "I" + at)));
        var file = plain(lines.toArray(String[]::new));
        assertThat(days(file)).singleElement().satisfies(day -> assertThat(day).hasSize(2_999));
        assertThat(bad).extracting(BadLine::number).containsExactly(2L);
    }

    @Test
    @DisplayName("reports a bad line with its number, and goes on after it")
    void badLine() throws IOException {
        var file = plain(
                LogFormat.LINES.header(),
                "RECEIVED,\"I9,B1,S1,2016-02-29T01:00:00Z,,",
                LATE_EVENING,
                "",
                AFTER_MIDNIGHT);
        assertThat(days(file)).containsExactly(List.of("I1"), List.of("I2"));
        assertThat(bad).extracting(BadLine::number).containsExactly(2L, 4L);
    }

    @Test
    @DisplayName("reports a line that is not UTF-8")
    void notUtf8() throws IOException {
        var file = folder.resolve("log.csv");
        Files.write(
                file,
                (LogFormat.LINES.header() + "\nRECEIVED,I\u00FC,B1,S1,2016-02-29T01:00:00Z,,\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
        assertThat(days(file)).isEmpty();
        assertThat(bad).singleElement().satisfies(line -> assertThat(line.reason())
                .contains("UTF-8"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "RECEIVED;I1;B1;S1;2016-02-29T01:00:00Z;;C\u00FC, true",
        "RECEIVED;I\u00FC;B1;S1;2016-02-29T01:00:00Z;;C1, false",
        "RECEIVED;I1;B\u00FC;S1;2016-02-29T01:00:00Z;;C1, false",
        "RECEIVED;I1;B1;S\u00FC;2016-02-29T01:00:00Z;;C\u00FC, false",
        "RECEIVED;I1;B1;S1;2016-02-29T01:00:00\u00FC;;C1, false",
        "REPLIED;I1;B1;S1;2016-02-29T01:00:00Z;HUMAN\u00FC;C1, false",
        "REC\u00FC;I1;B1;S1;2016-02-29T01:00:00Z;;C1, false"
    })
    @DisplayName("takes a line whose category alone is no UTF-8, and says so; nothing else may be otherwise")
    void detailNotUtf8(String line, boolean taken) throws IOException {
        var file = folder.resolve("log.csv");
        Files.write(
                file, (LogFormat.LINES.header() + "\n" + line.replace(';', ',')).getBytes(StandardCharsets.ISO_8859_1));
        try (var log = EventLog.open(file, SHANGHAI, bad::add)) {
            var events = log.nextDay();
            if (taken) {
                assertThat(events).singleElement().satisfies(event -> {
                    assertThat(event.category()).isEqualTo("C\uFFFD");
                    assertThat(event.asSubmission().inPart()).containsExactly(Detail.CATEGORY);
                });
            } else {
                assertThat(events).isEmpty();
                assertThat(bad).singleElement().satisfies(one -> assertThat(one.reason())
                        .contains("UTF-8"));
            }
        }
    }

    @Test
    @DisplayName("has its days in order: a line of a day that has passed is a bad line")
    void daysInOrder() throws IOException {
        var file = plain(LogFormat.LINES.header(), AFTER_MIDNIGHT, LATE_EVENING);
        assertThat(days(file)).containsExactly(List.of("I2"));
        assertThat(bad).singleElement().satisfies(line -> assertThat(line.number())
                .isEqualTo(3));
    }

    @Test
    @DisplayName("without the header is refused as a whole")
    void header() throws IOException {
        var file = plain(LATE_EVENING);
        assertThatThrownBy(() -> days(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(LogFormat.LINES.header());
    }

    @Test
    @DisplayName("that breaks off in its archive is found damaged before anything is replayed")
    void damaged() throws IOException {
        var whole = folder.resolve("whole.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(whole))) {
            out.write((LogFormat.LINES.header() + "\n" + LATE_EVENING + "\n").getBytes(StandardCharsets.UTF_8));
        }
        var bytes = Files.readAllBytes(whole);
        var broken = folder.resolve("broken.gz");
        Files.write(broken, Arrays.copyOf(bytes, bytes.length - 12));
        assertThatThrownBy(() -> EventLog.countLines(broken)).isInstanceOf(IOException.class);
    }

    private Path plain(String... lines) throws IOException {
        return Files.writeString(folder.resolve("log.csv"), String.join("\n", lines) + "\n");
    }

    private List<List<String>> days(Path file) throws IOException {
        var days = new ArrayList<List<String>>();
        try (var log = EventLog.open(file, SHANGHAI, bad::add)) {
            for (var day = log.nextDay(); !day.isEmpty(); day = log.nextDay()) {
                days.add(day.stream().map(event -> event.inquiry().value()).toList());
            }
        }
        return days;
    }
}
