package io.hourglass.inquiry.judging;

import io.hourglass.inquiry.policy.Deadlines;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which the platform's own sync of a supplier's mailbox saw nothing (R20). A mailbox that the supplier itself
 * disconnected makes no gap.
 *
 * @param until null while the sync is down
 * @param healedAt when all mail of the gap had been read after all; null as long as it has not
 */
public record SyncGap(Instant from, @Nullable Instant until, @Nullable Instant healedAt) {

    boolean excuses(Deadlines clocks, Instant asOf) {
        var known = asOf.isBefore(clocks.booksClose()) ? asOf : clocks.booksClose();
        return !from.isAfter(clocks.replyDeadline())
                && (until == null || !until.isBefore(clocks.receivedAt()))
                && !healedBy(known, clocks);
    }

    private boolean healedBy(Instant known, Deadlines clocks) {
        return healedAt != null && healedAt.isBefore(clocks.booksClose()) && !healedAt.isAfter(known);
    }
}
