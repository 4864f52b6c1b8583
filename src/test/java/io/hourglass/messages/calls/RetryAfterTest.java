package io.hourglass.messages.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Retry-After")
class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00.250Z");

    @ParameterizedTest
    @CsvSource({"0, PT0S", "1, PT1S", "120, PT2M", "' 7 ', PT7S", "000000000, PT0S", "999999999, PT999999999S"})
    @DisplayName("is a number of seconds")
    void seconds(String sent, Duration wait) {
        assertThat(RetryAfter.read(sent, NOW)).isEqualTo(wait);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000000000", "9223372036854775808", "99999999999999999999999999999999"})
    @DisplayName("of however many seconds is a long time")
    void manySeconds(String sent) {
        assertThat(RetryAfter.read(sent, NOW)).isGreaterThan(Duration.ofDays(365));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mon, 02 Mar 2026 12:10:00 GMT",
                "Monday, 02-Mar-26 12:10:00 GMT",
                "Mon Mar  2 12:10:00 2026",
            })
    @DisplayName("is a date in any of the forms of HTTP")
    void date(String sent) {
        assertThat(RetryAfter.read(sent, NOW)).isEqualTo(Duration.ofMinutes(10).minusMillis(250));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "-1",
                "+1",
                "1.5",
                "1e3",
                "٣",
                "1, 2",
                "2026-03-02T12:10:00Z",
                "Mon, 02 Mar 2026 12:00:00 GMT",
                "Thu, 01 Jan 1970 00:00:00 GMT",
                "Mon, 99 Mar 2026 12:10:00 GMT",
            })
    @DisplayName("says nothing if it is nonsense or has passed")
    void nothing(String sent) {
        assertThat(RetryAfter.read(sent, NOW)).isEqualTo(Duration.ZERO);
    }
}
