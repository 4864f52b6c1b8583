package io.hourglass.inquiry.judging;

import io.hourglass.inquiry.policy.Deadlines;
import java.time.Duration;
import java.time.Instant;

/**
 * An outage of the platform that operations declared and an auditor consented to; both ends belong to it.
 *
 * @param knownFrom when both had been recorded
 */
public record DeclaredOutage(Instant from, Instant until, Instant knownFrom) {

    /** @param least how much of the time to reply it takes at least, if it does not hold the deadline itself */
    boolean excuses(Deadlines clocks, Duration least, Instant asOf) {
        return knownFrom.isBefore(clocks.booksClose())
                && !knownFrom.isAfter(asOf)
                && (holds(clocks.replyDeadline()) || isAtLeast(least, clocks));
    }

    private boolean holds(Instant instant) {
        return !from.isAfter(instant) && !until.isBefore(instant);
    }

    private boolean isAtLeast(Duration least, Deadlines clocks) {
        var begin = from.isBefore(clocks.receivedAt()) ? clocks.receivedAt() : from;
        var end = until.isAfter(clocks.replyDeadline()) ? clocks.replyDeadline() : until;
        return !begin.isAfter(end) && Duration.between(begin, end).compareTo(least) >= 0;
    }
}
