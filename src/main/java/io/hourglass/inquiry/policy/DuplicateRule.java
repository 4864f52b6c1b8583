package io.hourglass.inquiry.policy;

import java.time.Duration;

/** When a further inquiry of the same buyer to the same supplier is a duplicate of the current anchor (R6, R7). */
public enum DuplicateRule {
    /** On the anchor's natural day, each day in the zone of its own policy version. */
    NATURAL_DAY {
        @Override
        public boolean joins(Deadlines anchor, Deadlines next) {
            return anchor.day().equals(next.day());
        }
    },
    /** Less than 24 elapsed hours after the anchor, across midnight too. */
    ROLLING_24H {
        @Override
        public boolean joins(Deadlines anchor, Deadlines next) {
            return Duration.between(anchor.receivedAt(), next.receivedAt()).compareTo(LONGEST_REACH) < 0;
        }
    },
    /** Never. */
    NONE {
        @Override
        public boolean joins(Deadlines anchor, Deadlines next) {
            return false;
        }
    };

    /** How far {@link #ROLLING_24H} reaches. */
    public static final Duration LONGEST_REACH = Duration.ofHours(24);

    public abstract boolean joins(Deadlines anchor, Deadlines next);
}
