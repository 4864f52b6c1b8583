package io.hourglass.inquiry;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A timer of an inquiry's process or its referral's.
 *
 * @param firedAt null while it waits for its due instant
 */
public record ProcessTimer(ProcessNode node, Instant dueAt, @Nullable Instant firedAt) {

    /** Null while it has not fired; never more than the time for which nothing fired at all. */
    public @Nullable Duration lateness() {
        return firedAt == null ? null : Duration.between(dueAt, firedAt);
    }
}
