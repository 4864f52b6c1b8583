package io.hourglass.rate.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A share")
class ShareTest {

    @ParameterizedTest(name = "{0} of {1} are {2} % and {3}")
    @CsvSource({
        "2, 3, 66.7, 0.666667",
        "1, 3, 33.3, 0.333333",
        "6, 7, 85.7, 0.857143",
        "1, 2000, 0.1, 0.000500",
        "1, 2001, 0.0, 0.000500",
        "0, 5, 0.0, 0.000000",
        "5, 5, 100.0, 1.000000",
        "1999, 2000, 100.0, 0.999500",
        "1998, 2000, 99.9, 0.999000",
        "2399, 3000, 80.0, 0.799667",
        "1918, 2399, 79.9, 0.799500",
        "2147483647, 2147483647, 100.0, 1.000000"
    })
    @DisplayName("is rounded half up, once, from the integers: to one decimal in percent, to six digits as a decimal")
    void rounded(int part, int whole, BigDecimal percent, BigDecimal share) {
        assertThat(Share.percent(part, whole)).isEqualTo(percent);
        assertThat(Share.of(part, whole)).isEqualTo(share);
    }

    @Test
    @DisplayName("of nothing is none")
    void none() {
        assertThat(Share.of(0, 0)).isNull();
        assertThat(Share.percent(0, 0)).isNull();
    }
}
