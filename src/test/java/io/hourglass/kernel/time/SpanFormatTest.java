package io.hourglass.kernel.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A span of time")
class SpanFormatTest {

    @ParameterizedTest(name = "{0} ms are {1}")
    @CsvSource({
        "0, 0 ms",
        "999, 999 ms",
        "1000, 1 s",
        "1099, 1.099 s",
        "1100, 1.1 s",
        "59999, 59.999 s",
        "60000, 1 min 0 s",
        "3599999, 59 min 59 s",
        "3600000, 1 h 0 min",
        "86399999, 23 h 59 min",
        "86400000, 1 d 0 h",
        "-999, −999 ms",
        "-61000, −1 min 1 s"
    })
    void spans(long millis, String shown) {
        assertThat(SpanFormat.of(Duration.ofMillis(millis), Locale.ENGLISH)).isEqualTo(shown);
    }

    @ParameterizedTest(name = "{0} s up to an instant are {1}")
    @CsvSource({"1, 0 min", "59, 0 min", "60, 1 min", "3599, 59 min", "3600, 1 h 0 min", "86400, 1 d 0 h"})
    void countdown(long seconds, String shown) {
        assertThat(SpanFormat.toTheMinute(Duration.ofSeconds(seconds), Locale.ENGLISH))
                .isEqualTo(shown);
    }

    @ParameterizedTest(name = "{0} ms are {1}")
    @CsvSource({
        "999, 999 毫秒",
        "1100, 1.1 秒",
        "60000, 1 分钟 0 秒",
        "3600000, 1 小时 0 分钟",
        "86400000, 1 天 0 小时",
        "-61000, −1 分钟 1 秒"
    })
    void chinese(long millis, String shown) {
        assertThat(SpanFormat.of(Duration.ofMillis(millis), Locale.CHINESE)).isEqualTo(shown);
    }
}
