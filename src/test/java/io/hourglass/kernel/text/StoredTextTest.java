package io.hourglass.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A text is kept")
class StoredTextTest {

    private static final String SMILE = "\uD83D\uDE00";

    @Test
    @DisplayName("as it was sent, its lines and blanks included, where it fits")
    void asSent() {
        assertThat(StoredText.kept(" a\r\n\tb ", 7)).isEqualTo(" a\r\n\tb ");
        assertThat(StoredText.kept("", 1)).isEmpty();
    }

    @Test
    @DisplayName("up to its limit, and up to one less where that would part a surrogate pair")
    void cut() {
        assertThat(StoredText.kept("abc", 3)).isEqualTo("abc");
        assertThat(StoredText.kept("abcd", 3)).isEqualTo("abc");
        assertThat(StoredText.kept("a" + SMILE + "b", 3)).isEqualTo("a" + SMILE);
        assertThat(StoredText.kept("ab" + SMILE, 3)).isEqualTo("ab");
    }

    @Test
    @DisplayName("with U+FFFD in the place of NUL and of half a surrogate pair, at either end too")
    void replaced() {
        assertThat(StoredText.kept("\u0000a\uD83D", 9)).isEqualTo("\uFFFDa\uFFFD");
        assertThat(StoredText.kept("\uDE00\uD83D", 9)).isEqualTo("\uFFFD\uFFFD");
        assertThat(StoredText.isStorable(StoredText.kept("a\uD83D\u0000" + SMILE, 4)))
                .isTrue();
    }

    @Test
    @DisplayName("on one line with blanks in the place of controls, and none at either end after the cut as well")
    void line() {
        assertThat(StoredText.keptLine(" a\r\n b\u0000\u0085 ", 9)).isEqualTo("a   b\uFFFD");
        assertThat(StoredText.keptLine("ab cd", 3)).isEqualTo("ab");
        assertThat(StoredText.keptLine(" \t ", 3)).isEmpty();
    }
}
