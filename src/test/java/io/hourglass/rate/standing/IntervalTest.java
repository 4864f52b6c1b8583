package io.hourglass.rate.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

    /** Solved for p by hand: |share − p| = z · √(p(1 − p)/n) has the two bounds as its roots. */
    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({"1,1", "4,5", "8,10", "61,68", "80,100", "3,40", "500,1000", "9999,10000"})
    @DisplayName("both bounds are roots of Wilson's equation, and the share lies between them")
    void roots(int hits, int sample) {
        var interval = Interval.of(hits, sample);
        var share = (double) hits / sample;
        assertThat(distance(share, interval.lower(), sample)).isCloseTo(0, within(1e-12));
        if (hits < sample) {
            assertThat(distance(share, interval.upper(), sample)).isCloseTo(0, within(1e-12));
        }
        assertThat(interval.lower()).isBetween(0.0, share);
        assertThat(interval.upper()).isBetween(share, 1.0);
    }

    @Test
    @DisplayName("nothing of a sample has a lower bound of exactly 0, all of it an upper bound of exactly 1")
    void ends() {
        assertThat(Interval.of(0, 7).lower()).isZero();
        assertThat(Interval.of(0, 7).upper()).isStrictlyBetween(0.0, 1.0);
        assertThat(Interval.of(7, 7).upper()).isEqualTo(1);
        assertThat(Interval.of(7, 7).lower()).isStrictlyBetween(0.0, 1.0);
    }

    @Test
    @DisplayName("the larger the sample of one share, the higher the lower bound")
    void narrower() {
        var bounds = IntStream.rangeClosed(1, 200)
                .mapToObj(n -> Interval.of(4 * n, 5 * n).lower())
                .toList();
        assertThat(bounds).isSorted().doesNotHaveDuplicates();
        assertThat(bounds.get(0)).isCloseTo(0.375534, within(1e-6));
    }

    @Test
    @DisplayName("without a sample there is no interval, nor with more hits than the sample has, or fewer than none")
    void noSample() {
        assertThatThrownBy(() -> Interval.of(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Interval.of(2, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Interval.of(-1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Interval.of(1, 1).lower()).isCloseTo(0.206549, within(1e-6));
    }

    private static double distance(double share, double bound, int sample) {
        var z = 1.959963984540054;
        return (share - bound) * (share - bound) - z * z * bound * (1 - bound) / sample;
    }
}
