package io.hourglass.rate.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingPolicyTest {

    private static final LocalDate MANDATORY = LocalDate.of(2026, 5, 1);

    private static StandingPolicy policy(int gate, int minimum, int newcomer) {
        return StandingPolicy.builder()
                .version(1)
                .inForceFrom(LocalDate.of(2026, 1, 1))
                .gatePercent(gate)
                .minimumSample(minimum)
                .newcomerSample(newcomer)
                .exposureLeast(new BigDecimal("0.5"))
                .exposureNeutral(BigDecimal.ONE)
                .exposureMost(new BigDecimal("1.5"))
                .displayMandatoryFrom(MANDATORY)
                .build();
    }

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource({
        "4, 5, true",
        "80, 100, true",
        "2399, 3000, false",
        "2400, 3000, true",
        "79, 99, false",
        "799, 1000, false",
        "1599999999, 1999999999, false",
        "1600000000, 2000000000, true",
        "1, 1, true",
        "0, 0, false"
    })
    @DisplayName("RFQ opens at exactly the gate, by integers, and not a hair below (R27)")
    void gate(int timely, int countable, boolean open) {
        assertThat(policy(80, 1, 10).opensRfq(timely, countable)).isEqualTo(open);
    }

    @ParameterizedTest(name = "sample {0}: {1}")
    @CsvSource({"4, false", "5, true"})
    @DisplayName("below the minimum sample nothing opens")
    void minimumSample(int sample, boolean open) {
        assertThat(policy(80, 5, 10).opensRfq(sample, sample)).isEqualTo(open);
        assertThat(policy(0, 5, 10).opensRfq(0, sample)).isEqualTo(open);
    }

    @ParameterizedTest(name = "all of {0}: {1}")
    @CsvSource({"1, false", "15, false", "16, true"})
    @DisplayName("proven is who passes the gate with the interval's lower bound")
    void proven(int sample, boolean proven) {
        assertThat(policy(80, 1, 10).opensRfq(sample, sample)).isTrue();
        assertThat(policy(80, 1, 10).proves(sample, sample)).isEqualTo(proven);
    }

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource({"3, 5, 1", "4, 5, 0", "5, 5, 0", "55, 70, 1", "56, 70, 0", "0, 71, 57", "0, 0, 0"})
    @DisplayName("so many timely replies are missing as just pass the gate")
    void timelyMissing(int timely, int countable, int missing) {
        var policy = policy(80, 1, 10);
        assertThat(policy.timelyMissing(timely, countable)).isEqualTo(missing);
        if (countable > 0) {
            assertThat(policy.opensRfq(timely + missing, countable)).isTrue();
            assertThat(missing > 0 && policy.opensRfq(timely + missing - 1, countable))
                    .isFalse();
        }
    }

    @Test
    @DisplayName("whoever lacks the minimum sample is not proven either")
    void provenNeedsTheSample() {
        assertThat(policy(80, 17, 10).proves(16, 16)).isFalse();
        assertThat(policy(80, 17, 10).proves(17, 17)).isTrue();
    }

    @Test
    @DisplayName("newcomers and those without data have the neutral weight, one inquiry short of the sample too")
    void newcomers() {
        var policy = policy(80, 1, 10);
        assertThat(policy.exposure(0, 0)).isEqualByComparingTo("1");
        assertThat(policy.exposure(0, 9)).isEqualByComparingTo("1");
        assertThat(policy.exposure(9, 9)).isEqualByComparingTo("1");
        assertThat(policy.exposure(0, 10)).isEqualByComparingTo("0.5");
        assertThat(policy.exposure(10, 10)).isEqualByComparingTo("1.2225");
        assertThat(policy(80, 1, 0).exposure(0, 0)).isEqualByComparingTo("1");
    }

    @Test
    @DisplayName("the weight rises with the lower bound, and stays within its bounds (R26)")
    void monotone() {
        var policy = policy(80, 1, 10);
        var weights = IntStream.rangeClosed(0, 300)
                .mapToObj(timely -> policy.exposure(timely, 300))
                .toList();
        assertThat(weights).isSorted().doesNotHaveDuplicates();
        assertThat(weights.get(0)).isEqualByComparingTo("0.5");
        assertThat(policy.exposure(1_000_000, 1_000_000)).isEqualByComparingTo("1.5");
    }

    @Test
    @DisplayName("display is mandatory from its date on, and never where none is set (R25)")
    void mandatory() {
        var policy = policy(80, 1, 10);
        assertThat(policy.mandatesDisplayOn(MANDATORY.minusDays(1))).isFalse();
        assertThat(policy.mandatesDisplayOn(MANDATORY)).isTrue();
        var never = StandingPolicy.builder()
                .version(1)
                .inForceFrom(LocalDate.EPOCH)
                .gatePercent(80)
                .minimumSample(1)
                .newcomerSample(10)
                .exposureLeast(BigDecimal.ZERO)
                .exposureNeutral(BigDecimal.ONE)
                .exposureMost(BigDecimal.TEN)
                .build();
        assertThat(never.mandatesDisplayOn(MANDATORY)).isFalse();
    }
}
