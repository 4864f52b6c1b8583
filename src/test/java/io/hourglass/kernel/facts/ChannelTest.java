package io.hourglass.kernel.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.kernel.InvalidInput;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A channel")
class ChannelTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\t\n"})
    @DisplayName("is the web where its source names none")
    void none(String sent) {
        assertThat(Channel.sent(sent).name()).isEqualTo("WEB");
        assertThat(Channel.sent(sent).isKeptInPart()).isFalse();
    }

    @Test
    @DisplayName("has any name of up to 32 characters, of which nothing is lost")
    void whole() {
        var name = "钉钉 /" + "x".repeat(28);
        assertThat(Channel.sent(name)).isEqualTo(new Channel(name));
        assertThat(Channel.sent(name).isKeptInPart()).isFalse();
        assertThat(Channel.sent(" " + name + "\n").name()).isEqualTo(name);
        assertThat(Channel.sent(" " + name + "\n").isKeptInPart()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'a\tb', a b",
        "'a\u0000', a\uFFFD",
        "abcdefghijklmnopqrstuvwxyzabcdefg, abcdefghijklmnopqrstuvwxyzabcdef"
    })
    @DisplayName("is kept in part where its name does not fit, and still knows what was sent")
    void inPart(String sent, String name) {
        var channel = Channel.sent(sent);
        assertThat(channel.name()).isEqualTo(name);
        assertThat(channel.sent()).isEqualTo(sent);
        assertThat(channel.isKeptInPart()).isTrue();
        assertThat(channel.kept()).isEqualTo(new Channel(name));
        assertThat(channel.kept().isKeptInPart()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " a", "a ", "a\nb", "a\u0000", "abcdefghijklmnopqrstuvwxyzabcdefg"})
    @DisplayName("that is kept has a name of 1 to 32 characters on one line")
    void form(String name) {
        assertThatThrownBy(() -> new Channel(name))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("channel is ");
    }

    @Test
    @DisplayName("is called in the reader's language what we know it as, and else by its own name")
    void label() {
        assertThat(Channel.INBOX.label(Locale.ENGLISH)).isEqualTo("inquiries to answer");
        assertThat(Channel.INBOX.label(Locale.CHINESE)).isEqualTo("待处理询盘");
        assertThat(Channel.sent("Fax").label(Locale.CHINESE)).isEqualTo("Fax");
    }
}
