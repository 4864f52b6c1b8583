package io.hourglass.mailbox.coverage;

import java.time.Instant;

/**
 * Something that is known of a supplier's mailbox.
 *
 * @param from when it happened, or from when on the mailbox was read
 * @param until up to when it was read; the same as {@code from} for what happened at an instant
 */
public record CoverageFact(CoverageKind kind, Instant from, Instant until, Instant recordedAt) {

    boolean is(CoverageKind other) {
        return kind == other;
    }

    boolean holds(Instant start, Instant end) {
        return !from.isAfter(start) && !until.isBefore(end);
    }
}
