package io.hourglass.kernel.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The ids of mails")
class MessageIdTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ab@c.example",
                "<Ab@c.example>",
                " <Ab@C.Example> ",
                "< Ab @c.example >",
                "Ab@C.EXAMPLE",
                "<Ab\r\n @c.example>",
                "\u3000<Ab@c.example>\u00A0"
            })
    @DisplayName("are the same without brackets and blanks, and in any case behind the last @")
    void same(String id) {
        assertThat(MessageId.normal(id)).contains("Ab@c.example");
        assertThat(answering(id)).containsExactly("Ab@c.example");
    }

    @Test
    @DisplayName("differ by case before the last @, and where there is none")
    void different() {
        assertThat(MessageId.normal("<ab@c.example>")).contains("ab@c.example");
        assertThat(MessageId.normal("A@B@C")).contains("A@B@c");
        assertThat(MessageId.normal("Mail-7")).contains("Mail-7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "<>", "< >", "<", ">", "<> <>", ","})
    @DisplayName("are none where nothing but brackets, blanks and commas is left")
    void none(String header) {
        assertThat(answering(header)).isEmpty();
    }

    @Test
    @DisplayName("stand in a header in their order, in brackets or without, apart or not")
    void inOrder() {
        assertThat(answering("<a@x> b@x")).containsExactly("a@x", "b@x");
        assertThat(answering("<a@x><b@x>")).containsExactly("a@x", "b@x");
        assertThat(answering("a@x<b@x>\tc@x")).containsExactly("a@x", "b@x", "c@x");
        assertThat(answering("<a@x>,<b@x>, c@x")).containsExactly("a@x", "b@x", "c@x");
        assertThat(answering("<a@x>\r\n\t<b@x>")).containsExactly("a@x", "b@x");
    }

    @Test
    @DisplayName("may hold a comma and a blank in brackets alone")
    void insideOfBrackets() {
        assertThat(answering("<a, b@x> c@x")).containsExactly("a,b@x", "c@x");
    }

    @Test
    @DisplayName("are read though a bracket is missing")
    void unclosed() {
        assertThat(answering("<a@x b@x")).containsExactly("a@x", "b@x");
        assertThat(answering("<a@x <b@x>")).containsExactly("a@x", "b@x");
        assertThat(answering("a@x> b@x")).containsExactly("a@x", "b@x");
    }

    @Test
    @DisplayName("are asked from In-Reply-To in its order, then from References from the last to the first, each once")
    void answered() {
        assertThat(MessageId.answered(List.of("<c@x> <d@x>"), List.of("<a@x> <b@x> <c@X>")))
                .containsExactly("c@x", "d@x", "b@x", "a@x");
        assertThat(MessageId.answered(List.of("<c@x>", "d@x"), List.of("<a@x>", "<b@x>")))
                .containsExactly("c@x", "d@x", "b@x", "a@x");
        assertThat(MessageId.answered(List.of(), List.of("<a@x> <b@x> <a@x>"))).containsExactly("a@x", "b@x");
    }

    private static List<String> answering(String header) {
        return MessageId.answered(List.of(header), List.of());
    }
}
