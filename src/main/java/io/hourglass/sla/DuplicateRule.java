package io.hourglass.sla;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** When a further inquiry of the same buyer to the same supplier is a duplicate of the current anchor (R6, R7). */
public enum DuplicateRule {
    /** On the anchor's natural day. */
    NATURAL_DAY {
        @Override
        boolean joins(Instant anchor, Instant next, ZoneId zone) {
            return NaturalDay.of(anchor, zone).equals(NaturalDay.of(next, zone));
        }
    },
    /** Less than 24 elapsed hours after the anchor, across midnight too. */
    ROLLING_24H {
        @Override
        boolean joins(Instant anchor, Instant next, ZoneId zone) {
            return Duration.between(anchor, next).compareTo(LONGEST_REACH) < 0;
        }
    },
    /** Never. */
    NONE {
        @Override
        boolean joins(Instant anchor, Instant next, ZoneId zone) {
            return false;
        }
    };

    /** How far {@link #ROLLING_24H} reaches. */
    public static final Duration LONGEST_REACH = Duration.ofHours(24);

    abstract boolean joins(Instant anchor, Instant next, ZoneId zone);
}
