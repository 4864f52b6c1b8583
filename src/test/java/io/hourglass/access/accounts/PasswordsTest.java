package io.hourglass.access.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.kernel.InvalidInput;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

@DisplayName("A password")
class PasswordsTest {

    /** 128 characters, 512 bytes. */
    private static final String LONG = "😀🦉🐢🍀".repeat(30) + "🍵🎻🚲🧭🪁🧵🏮🌊";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gorse-lantern",
                "wind in the willows",
                "correct horse battery",
                "an-hourglass-runs",
                "一二三四五六七八九十木林",
                "😀🦉🐢🍀🍵🎻🚲🧭🌊🏮🧵🔭"
            })
    @DisplayName("may be of any characters that can be typed, twelve or more")
    void allowed(String password) {
        assertThat(Passwords.checked(password, "li.wei")).isEqualTo(password);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gorse-lante",
                "gorse       xy",
                "😀🦉🐢🍀🍵🎻🚲🧭🌊🏮🧵",
                "password1234",
                "Password!!2026",
                "passwordpassword",
                "123456789012",
                "210987654321",
                "abcdefghijkl",
                "qwertyuiop[]",
                "aaaaaaaaaaaaaaa",
                "abababababab",
                "123456789qwe",
                "li.wei.mart1",
                "hourglass2026",
                "gorse\u0007lantern",
                "gorse\nlantern-x"
            })
    @DisplayName(
            "too short, common, in a row, little more than the name, or with controls is refused, and not repeated")
    void refused(String password) {
        assertThatThrownBy(() -> Passwords.checked(password, "li.wei.mart"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageNotContaining(password);
    }

    @Test
    @DisplayName("may be of 128 characters and no more, each of which counts")
    void whole() {
        assertThat(LONG.codePoints().count()).isEqualTo(128);
        Passwords.checked(LONG, "ada");
        assertThatThrownBy(() -> Passwords.checked(LONG + "x", "ada")).isInstanceOf(InvalidInput.class);
        var encoder = new Passwords().passwordEncoder();
        var hash = encoder.encode(LONG);
        assertThat(encoder.matches(LONG, hash)).isTrue();
        assertThat(encoder.matches(LONG.substring(0, LONG.length() - 2) + "🌋", hash))
                .isFalse();
        assertThat(encoder.matches("x" + LONG.substring(2), hash)).isFalse();
    }

    @Test
    @DisplayName("is hashed with the work of 1,024 rounds, though tests of the whole program take fewer")
    void cost() {
        assertThat(new Passwords().passwordEncoder().encode("gorse-lantern")).startsWith("{hmac-bcrypt}$2a$10$");
    }

    @Test
    @DisplayName("kept by an earlier release opens as before")
    void earlier() {
        var kept = "{bcrypt}" + new BCryptPasswordEncoder().encode("gorse-lantern");
        assertThat(new Passwords().passwordEncoder().matches("gorse-lantern", kept))
                .isTrue();
    }
}
