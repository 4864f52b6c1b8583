package io.hourglass.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The subject of a conversation")
class ThreadSubjectTest {

    private static String text(String subject) {
        return ThreadSubject.of(subject).text();
    }

    @ParameterizedTest
    @DisplayName("is the same whatever mail programs and lists put before it, in any case, width and number")
    @ValueSource(
            strings = {
                "Pumps 10 kW",
                "RE: pumps 10 kW",
                "Re[2]: Pumps  10 kW",
                "AW: SV: VS: Pumps 10 kW",
                "Antw: Pumps 10 kW",
                "回复：Pumps 10 kW",
                "答复: 回覆： Pumps 10 kW",
                "Fwd: Re: Pumps 10 kW",
                "[External] Re: [sales] Pumps 10 kW",
                "转发：Ｐumps 10 kW",
                " Tr : RE : Pumps\u00a010\tkW "
            })
    void same(String subject) {
        assertThat(text(subject)).isEqualTo("pumps 10 kw");
    }

    @ParameterizedTest
    @DisplayName("is another with other words, and with words that look like a prefix and are none")
    @ValueSource(strings = {"Pumps 10", "Reply: Pumps 10 kW", "Repumps 10 kW", "Pumps 10 kW Re:"})
    void other(String subject) {
        assertThat(text(subject)).isNotEqualTo("pumps 10 kw");
    }

    @ParameterizedTest
    @DisplayName("is nothing where nothing else stands in it")
    @ValueSource(strings = {"", "Re:", "回复：", "[list]", "Re: [list] Fwd:", " "})
    void nothing(String subject) {
        assertThat(text(subject)).isEmpty();
    }

    @Test
    @DisplayName("is that of a mail passed on if a mail program says so last")
    void passedOn() {
        assertThat(ThreadSubject.of("Fwd: Re: Pumps").passedOn()).isTrue();
        assertThat(ThreadSubject.of("转发：Pumps").passedOn()).isTrue();
        assertThat(ThreadSubject.of("[External] [sales] Fwd: Pumps").passedOn()).isTrue();
        assertThat(ThreadSubject.of("WG: Pumps").passedOn()).isTrue();
        assertThat(ThreadSubject.of("Re: Fwd: Pumps").passedOn()).isFalse();
        assertThat(ThreadSubject.of("Pumps").passedOn()).isFalse();
    }

    @Test
    @DisplayName("is compared as far as its three hundredth character")
    void length() {
        assertThat(text("x".repeat(300) + "y")).isEqualTo(text("x".repeat(301)));
        assertThat(text("x".repeat(299) + "y")).isNotEqualTo(text("x".repeat(300)));
        assertThat(text("Re: ".repeat(2_000) + "Pumps")).isNotEqualTo("pumps");
    }
}
