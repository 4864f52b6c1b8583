package io.hourglass.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.RoundingMode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A percentage on a page")
class PercentTest {

    @Test
    @DisplayName("of a part is rounded half up to one decimal, and there is none of nothing")
    void part() {
        assertThat(Percent.of(2, 3)).isEqualTo("66.7 %");
        assertThat(Percent.of(1, 3)).isEqualTo("33.3 %");
        assertThat(Percent.of(0, 0)).isNull();
    }

    @Test
    @DisplayName("that bounds an interval is rounded outwards")
    void bound() {
        assertThat(Percent.bound(0.7999, RoundingMode.FLOOR)).isEqualTo("79.9 %");
        assertThat(Percent.bound(0.7991, RoundingMode.CEILING)).isEqualTo("80.0 %");
        assertThat(Percent.bound(0.799, RoundingMode.FLOOR)).isEqualTo("79.9 %");
        assertThat(Percent.bound(1, RoundingMode.CEILING)).isEqualTo("100.0 %");
    }
}
