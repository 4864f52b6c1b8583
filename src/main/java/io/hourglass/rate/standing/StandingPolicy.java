package io.hourglass.rate.standing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * One version of the rules about standing. It applies to the numbers published on and after its first date.
 *
 * @param inForceFrom a date of publication, in the marketplace zone
 * @param gatePercent the rate that opens RFQ, in whole per cent
 * @param minimumSample countable inquiries without which nothing opens
 * @param newcomerSample below so many countable inquiries the exposure is neutral
 * @param exposureLeast the weight at a lower bound of 0
 * @param exposureMost the weight at a lower bound of 1; between them it is linear
 * @param displayMandatoryFrom from that date on no rate is hidden; null while none is set
 */
@Value.Builder
public record StandingPolicy(
        int version,
        LocalDate inForceFrom,
        int gatePercent,
        int minimumSample,
        int newcomerSample,
        BigDecimal exposureLeast,
        BigDecimal exposureNeutral,
        BigDecimal exposureMost,
        @Nullable LocalDate displayMandatoryFrom) {

    private static final int PERCENT = 100;
    private static final int DIGITS = 4;

    public static StandingPolicyBuilder builder() {
        return new StandingPolicyBuilder();
    }

    /** Exact integers: 80 of 100 pass a gate of 80, and so do 4 of 5. */
    boolean opensRfq(int timely, int countable) {
        return countable >= minimumSample && (long) PERCENT * timely >= (long) gatePercent * countable;
    }

    /** How many of the countable that were not answered in time would have had to be, for the rate to pass the gate. */
    int timelyMissing(int timely, int countable) {
        var wanted = ((long) gatePercent * countable + PERCENT - 1) / PERCENT;
        return (int) Math.max(0, wanted - timely);
    }

    /** Not by luck: the lower bound itself passes. */
    boolean proves(int timely, int countable) {
        return opensRfq(timely, countable) && Interval.of(timely, countable).lower() * PERCENT >= gatePercent;
    }

    /** Monotone in the lower bound for all who are no newcomers. */
    BigDecimal exposure(int timely, int countable) {
        if (countable == 0 || countable < newcomerSample) {
            return exposureNeutral.setScale(DIGITS, RoundingMode.HALF_UP);
        }
        var lower = BigDecimal.valueOf(Interval.of(timely, countable).lower());
        return exposureMost
                .subtract(exposureLeast)
                .multiply(lower)
                .add(exposureLeast)
                .setScale(DIGITS, RoundingMode.HALF_UP);
    }

    boolean mandatesDisplayOn(LocalDate date) {
        return displayMandatoryFrom != null && !date.isBefore(displayMandatoryFrom);
    }
}
