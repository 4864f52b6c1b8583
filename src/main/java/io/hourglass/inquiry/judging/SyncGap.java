package io.hourglass.inquiry.judging;

import io.hourglass.inquiry.policy.Deadlines;
import io.hourglass.mailbox.coverage.Gap;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A time in which the platform's own sync of a supplier's mailbox saw nothing (R20), both ends included. What the supplier itself
 * has to answer for is none.
 *
 * @param until null while the sync is down
 * @param noticedAt from when on it is known to be a gap
 * @param healedAt when all mail of the gap had been read after all; null as long as it has not
 */
public record SyncGap(Instant from, @Nullable Instant until, Instant noticedAt, @Nullable Instant healedAt) {

    /** The part before it became the supplier's own, if there is one. */
    static Stream<SyncGap> ofPlatform(Gap gap, Duration ownAfter) {
        var own = gap.toldAt() == null ? null : gap.toldAt().plus(ownAfter);
        if (own == null || (gap.until() != null && gap.until().isBefore(own))) {
            return Stream.of(new SyncGap(gap.from(), gap.until(), gap.noticedAt(), gap.readAt()));
        }
        return own.isAfter(gap.from())
                ? Stream.of(new SyncGap(gap.from(), own.minusMillis(1), gap.noticedAt(), gap.readAt()))
                : Stream.empty();
    }

    boolean excuses(Deadlines clocks, Instant asOf) {
        var known = asOf.isBefore(clocks.booksClose()) ? asOf : clocks.booksClose();
        return !from.isAfter(clocks.replyDeadline())
                && (until == null || !until.isBefore(clocks.receivedAt()))
                && !noticedAt.isAfter(known)
                && !healedBy(known, clocks);
    }

    private boolean healedBy(Instant known, Deadlines clocks) {
        return healedAt != null && healedAt.isBefore(clocks.booksClose()) && !healedAt.isAfter(known);
    }
}
