package io.hourglass.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("On one line")
class OneLineTest {

    @ParameterizedTest
    @CsvSource({
        "'a\nb', a\\u000ab",
        "'a\rb', a\\u000db",
        "'\u001b[31mred', \\u001b[31mred",
        "'\u009b31m', \\u009b31m",
        "'\u202egnp', \\u202egnp",
        "'a\u200bb', a\\u200bb",
        "'a\u2028b\u2029c', a\\u2028b\\u2029c",
        "'a\ud800', a\\ud800",
        "'a\u007f\u0000', a\\u007f\\u0000",
        "'询盘 #1 – 😀', '询盘 #1 – 😀'"
    })
    @DisplayName("stands nothing that a terminal or a reader takes for something else")
    void escaped(String text, String shown) {
        assertThat(OneLine.of(text)).isEqualTo(shown);
    }

    @Test
    @DisplayName("stays on a terminal what is printed as a line or put into a format; help keeps its lines")
    void terminal() {
        var screen = new ByteArrayOutputStream();
        try (var terminal = OneLine.terminal(screen)) {
            terminal.println("id\u001b[2J\nall is well");
            terminal.printf("%s: %d%n", "a\nb", 3);
            terminal.print("one\ntwo\u0007\n");
        }
        assertThat(screen.toString(Charset.defaultCharset()))
                .isEqualTo("id\\u001b[2J\\u000aall is well" + System.lineSeparator() + "a\\u000ab: 3"
                        + System.lineSeparator() + "one\ntwo\\u0007\n");
    }

    @Test
    @DisplayName("says of a failure why, and never null")
    void why() {
        assertThat(OneLine.why(new IOException("the first line must be a header")))
                .isEqualTo("the first line must be a header");
        assertThat(OneLine.why(new NoSuchFileException("/none.csv"))).isEqualTo("/none.csv: there is no such file");
        assertThat(OneLine.why(new AccessDeniedException("/a"))).isEqualTo("/a: it may not be read or written");
        assertThat(OneLine.why(new NullPointerException()))
                .startsWith(
                        "the program failed: java.lang.NullPointerException at io.hourglass.kernel.text.OneLineTest.why");
    }
}
