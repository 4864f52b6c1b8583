package io.hourglass.imports.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.imports.files.Manner;
import io.hourglass.imports.lines.FactLine.Unreadable;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.replay.log.LogRecords;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Files of facts with pieces changed, cut, doubled and packed oddly at random")
class MutatedFilesTest {

    private static final int LINES = 30_000;
    private static final int MOST_OF_A_RECORD = LogRecords.LONGEST_LINE + 8_193;
    private static final String HEADER = "event,inquiry,buyer,supplier,at,author,text\n";

    private final MutatedFiles files = new MutatedFiles(new Random(20));

    private static List<FactLine> lines(byte[] file) throws IOException {
        try (var lines = FileLines.of(new ByteArrayInputStream(file), Manner.TAKEN)) {
            var all = new ArrayList<FactLine>();
            for (var some = lines.next(200); !some.isEmpty(); some = lines.next(200)) {
                all.addAll(some);
            }
            return all;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<FactLine> table(String... lines) throws IOException {
        return lines(bytes(HEADER + String.join("\n", lines)));
    }

    @Test
    @DisplayName("cannot be read, or each of their lines is a fact or has a reason, and none is longer than may be")
    void each() {
        var facts = 0;
        var unreadable = 0;
        var failed = 0;
        while (facts + unreadable < LINES) {
            try {
                for (var line : lines(files.next())) {
                    assertThat(line.line().latin().length()).isLessThanOrEqualTo(MOST_OF_A_RECORD);
                    if (line instanceof Unreadable one) {
                        assertThat(one.why()).isNotBlank().hasSizeLessThan(2_000);
                        unreadable++;
                    } else {
                        facts++;
                    }
                }
            } catch (IOException | InvalidInput e) {
                assertThat(e.getMessage()).isNotBlank();
                failed++;
            }
        }
        assertThat(facts).isGreaterThan(LINES / 10);
        assertThat(unreadable).isGreaterThan(LINES / 10);
        assertThat(failed).isGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\",\"", "\"a\"b", "\"", "x,\"", ",\"\"\""})
    @Timeout(20)
    @DisplayName("are read in their length's time, whatever quotes each line leaves open")
    void openQuotes(String line) throws IOException {
        var read = table(IntStream.range(0, 20_000).mapToObj(number -> line).toArray(String[]::new));
        assertThat(read).isNotEmpty().allMatch(Unreadable.class::isInstance);
    }

    @Test
    @DisplayName(
            "with a carriage return alone in a line lose nothing behind it: the line is rejected, and as the first one the file")
    void carriageReturns() throws IOException {
        assertThat(table("REPLIED,i1,,,2026-03-02T04:00:00Z,HUMAN,\rREPLIED,i2,,,2026-03-02T04:00:00Z,HUMAN,"))
                .singleElement()
                .isInstanceOf(Unreadable.class);
        assertThatThrownBy(
                        () -> lines(bytes(HEADER.replace('\n', '\r') + "REPLIED,i1,,,2026-03-02T04:00:00Z,HUMAN,\r")))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    @DisplayName("pass over a remark alone, whatever quotes the reason has that it says")
    void remarks() throws IOException {
        var reply = "REPLIED,i1,,,2026-03-02T04:00:00Z,HUMAN,Yes";
        assertThat(table("#! line 3: line is a,\"b", reply, "#! line 4: \",,,,,\"", reply))
                .hasSize(2)
                .noneMatch(Unreadable.class::isInstance);
        assertThat(table("REPLIED,i1,\"x", "#! line 4: line is b,\",,,,", reply))
                .extracting(line -> line.line().number())
                .containsExactly(2L, 4L);
    }

    @Test
    @DisplayName("that hold nothing but remarks come to an end, however far they are packed")
    void onlyRemarks() {
        var remarks = "#! line 1: \n".repeat(200_000);
        assertThatThrownBy(() -> lines(bytes(HEADER + remarks + "#! line 1: \n")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("200000 remarks");
        assertThatThrownBy(() -> lines(bytes(remarks))).isInstanceOf(InvalidInput.class);
    }

    @Test
    @DisplayName(
            "packed in members, however these fall, are read to the last; what breaks off or is followed by else cannot be read")
    void members() throws IOException {
        var line = "REPLIED,i1,,,2026-03-02T04:00:00Z,HUMAN,Yes\n";
        var first = MutatedFiles.packed(bytes(HEADER + line));
        var second = MutatedFiles.packed(bytes(line));
        var both = MutatedFiles.joined(first, second);
        assertThat(lines(both)).hasSize(2);
        for (var length = first.length + 1; length < both.length; length++) {
            var cut = Arrays.copyOf(both, length);
            assertThatThrownBy(() -> lines(cut)).as("%d bytes", length).isInstanceOf(IOException.class);
        }
        for (var rest : List.of("x", "\0", "x".repeat(40))) {
            assertThatThrownBy(() -> lines(MutatedFiles.joined(both, bytes(rest))))
                    .isInstanceOf(IOException.class);
        }
    }
}
