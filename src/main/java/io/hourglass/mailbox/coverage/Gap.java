package io.hourglass.mailbox.coverage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which nothing was seen of a mailbox on which its supplier depends. Both ends belong to it.
 *
 * @param until null while it lasts
 * @param noticedAt from when on it is one: up to then it may be the time between two readings
 * @param readAt when all that had arrived in it was read after all; null as long as it was not
 * @param toldAt when the supplier was told that its password or grant no longer work; null if that is not why
 */
public record Gap(
        Instant from, @Nullable Instant until, Instant noticedAt, @Nullable Instant readAt, @Nullable Instant toldAt) {

    boolean touches(Instant start, Instant end) {
        return !from.isAfter(end) && (until == null || !until.isBefore(start));
    }
}
