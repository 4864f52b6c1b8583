package io.hourglass.web.errors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A broken rule on a page")
class RuleWordsTest {

    private static Stream<String> rules() {
        return Stream.concat(
                Stream.of(
                                LocalDate.class,
                                LocalDateTime.class,
                                Instant.class,
                                int.class,
                                boolean.class,
                                DayOfWeek.class)
                        .map(Expected::of),
                Stream.of("0 or more", "given", "of a kind that only programs send"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    @DisplayName("reads in English as in a problem of the API, in Chinese without an English word")
    void bothLanguages(String rule) {
        var broken = BrokenField.of("x", "1", rule);
        assertThat(RuleWords.of(broken, Locale.ENGLISH)).isEqualTo(broken.inWords());
        assertThat(RuleWords.of(broken, Locale.CHINESE))
                .startsWith("“x”的值为“1”，")
                .doesNotContainPattern("[a-z]{6}");
    }

    @Test
    @DisplayName("names a field that was not sent, and no value")
    void notSent() {
        var broken = BrokenField.of("form", null, "given");
        assertThat(RuleWords.of(broken, Locale.ENGLISH)).isEqualTo("form must be given");
        assertThat(RuleWords.of(broken, Locale.CHINESE)).isEqualTo("“form”必须填写");
    }
}
