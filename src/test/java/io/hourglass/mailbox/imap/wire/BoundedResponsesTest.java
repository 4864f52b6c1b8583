package io.hourglass.mailbox.imap.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A response of a mail server")
class BoundedResponsesTest {

    private static BoundedResponses of(String sent) {
        return new BoundedResponses(new ByteArrayInputStream(sent.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static String next(BoundedResponses responses) throws IOException {
        return new String(responses.readResponse(null).getNewBytes(), StandardCharsets.ISO_8859_1);
    }

    @Test
    @DisplayName("is a line, and the literals that it announces with what follows them")
    void literals() throws IOException {
        var responses = of("* A {3}\r\n\r\n) {2}\r\nxy)\r\n* B {0}\r\n {1}\r\n}\r\n* C\r\n");
        assertThat(next(responses)).isEqualTo("* A {3}\r\n\r\n) {2}\r\nxy)\r\n");
        assertThat(next(responses)).isEqualTo("* B {0}\r\n {1}\r\n}\r\n");
        assertThat(next(responses)).isEqualTo("* C\r\n");
        assertThatThrownBy(() -> next(responses)).isInstanceOf(EOFException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{a}", "{-1}", "{1 }", "3}", "{1}x", "{12345678901}", "{", "}"})
    @DisplayName("announces nothing by what is no number in braces at its end")
    void noLiterals(String end) throws IOException {
        var responses = of("* A " + end + "\r\n* B\r\n");
        assertThat(next(responses)).isEqualTo("* A " + end + "\r\n");
        assertThat(next(responses)).isEqualTo("* B\r\n");
    }

    @Test
    @DisplayName("is not announced by the end of a literal and what follows it together")
    void acrossLiterals() throws IOException {
        var responses = of("* A {3}\r\n{99}\r\n* B\r\n");
        assertThat(next(responses)).isEqualTo("* A {3}\r\n{99}\r\n");
        assertThat(next(responses)).isEqualTo("* B\r\n");
    }

    @Test
    @DisplayName("is not ended by half a line end")
    void lineEnds() throws IOException {
        assertThat(next(of("* A\nb\rc\n\r\n"))).isEqualTo("* A\nb\rc\n\r\n");
    }

    @Test
    @DisplayName("is kept up to a limit where a literal is longer, as if no more had been announced")
    void longLiterals() throws IOException {
        for (var beyond : new int[] {0, 1, 1_000_000}) {
            var length = BoundedResponses.MAX_LITERAL + beyond;
            var responses = of("* A {" + length + "}\r\n" + "x".repeat(length) + ")\r\n* B\r\n");
            assertThat(next(responses))
                    .isEqualTo("* A {" + BoundedResponses.MAX_LITERAL + "}\r\n"
                            + "x".repeat(BoundedResponses.MAX_LITERAL) + ")\r\n");
            assertThat(next(responses)).isEqualTo("* B\r\n");
        }
    }

    @Test
    @DisplayName("has so many bytes at most")
    void longLines() throws IOException {
        var most = "x".repeat(BoundedResponses.MAX_RESPONSE - 2);
        assertThat(next(of(most + "\r\n"))).hasSize(BoundedResponses.MAX_RESPONSE);
        assertThatThrownBy(() -> next(of(most + "x\r\n"))).isInstanceOf(TooMuch.class);
    }

    @Test
    @DisplayName("is one of so many of a command, and the next command has as many again")
    void manyLines() throws IOException {
        var responses = of("\r\n".repeat(2 * BoundedResponses.MAX_RESPONSES + 1));
        for (var command = 0; command < 2; command++) {
            responses.beginCommand();
            for (var line = 0; line < BoundedResponses.MAX_RESPONSES; line++) {
                responses.readResponse(null);
            }
        }
        assertThatThrownBy(() -> next(responses)).isInstanceOf(TooMuch.class);
    }
}
