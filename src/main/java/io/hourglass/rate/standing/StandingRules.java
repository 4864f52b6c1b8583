package io.hourglass.rate.standing;

import io.hourglass.kernel.InvalidInput;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** What is set of a version of the rules of standing; see {@link StandingPolicy}. Weights are kept to four digits. */
@Value.Builder
public record StandingRules(
        int gatePercent,
        int minimumSample,
        int newcomerSample,
        BigDecimal exposureLeast,
        BigDecimal exposureNeutral,
        BigDecimal exposureMost,
        @Nullable LocalDate displayMandatoryFrom)
        implements WithStandingRules {

    private static final int PERCENT = 100;
    private static final int DIGITS = 4;
    private static final BigDecimal LEAST_KEPT = new BigDecimal("0.00005");

    public static StandingRulesBuilder builder() {
        return new StandingRulesBuilder();
    }

    /** @throws InvalidInput if a rule makes no sense: weights must be in order */
    StandingRules checked() {
        require(gatePercent >= 0 && gatePercent <= PERCENT, "gatePercent", gatePercent, "0 to 100");
        require(minimumSample >= 1, "minimumSample", minimumSample, "1 or more");
        require(newcomerSample >= 0, "newcomerSample", newcomerSample, "0 or more");
        require(
                exposureLeast.signum() >= 0 && exposureLeast.compareTo(exposureMost) <= 0,
                "exposureLeast",
                exposureLeast,
                "0 or more, and no more than exposureMost");
        require(
                exposureNeutral.compareTo(exposureLeast) >= 0 && exposureNeutral.compareTo(exposureMost) <= 0,
                "exposureNeutral",
                exposureNeutral,
                "between exposureLeast and exposureMost");
        require(exposureMost.compareTo(BigDecimal.TEN) <= 0, "exposureMost", exposureMost, "no more than 10");
        return withExposureLeast(rounded(exposureLeast))
                .withExposureNeutral(rounded(exposureNeutral))
                .withExposureMost(rounded(exposureMost));
    }

    StandingPolicy from(int version, LocalDate inForceFrom) {
        return StandingPolicy.builder()
                .version(version)
                .inForceFrom(inForceFrom)
                .gatePercent(gatePercent)
                .minimumSample(minimumSample)
                .newcomerSample(newcomerSample)
                .exposureLeast(exposureLeast)
                .exposureNeutral(exposureNeutral)
                .exposureMost(exposureMost)
                .displayMandatoryFrom(displayMandatoryFrom)
                .build();
    }

    /** What rounds to nothing may be too small to be divided at all, such as 1e-999999999. */
    private static BigDecimal rounded(BigDecimal weight) {
        var kept = weight.compareTo(LEAST_KEPT) < 0 ? BigDecimal.ZERO : weight;
        return kept.setScale(DIGITS, RoundingMode.HALF_UP);
    }

    private static void require(boolean holds, String field, Object value, String rule) {
        if (!holds) {
            throw new InvalidInput(field, value, rule);
        }
    }
}
