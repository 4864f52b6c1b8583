package io.hourglass.inquiry.policy;

import java.time.Duration;

/**
 * Which times in which nothing could be seen are no fault of the supplier.
 *
 * @param ownAfter elapsed time from when the supplier was told that its password or grant no longer work: from then on the gap is
 *     its own
 * @param leastOutage how much of the time from receipt to deadline a declared outage takes at least, if it does not hold the
 *     deadline itself
 */
public record ExcusedGaps(Duration ownAfter, Duration leastOutage) {

    /** Of versions that do not say. */
    public static final ExcusedGaps USUAL = new ExcusedGaps(Duration.ofHours(24), Duration.ofHours(4));
}
