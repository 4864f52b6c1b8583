package io.hourglass.messages.calls;

import io.hourglass.messages.webhooks.Delivery.Failure;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of a call.
 *
 * @param status null if there was no answer, or it broke off
 * @param failure null if it was 2xx
 * @param retryAfter the header of that name, as it was sent; null if there was none
 */
public record Answer(@Nullable Integer status, @Nullable Failure failure, @Nullable String retryAfter) {

    private static final int GONE = 410;
    private static final int OK = 200;
    private static final int REDIRECT = 300;

    static Answer of(int status, @Nullable String retryAfter) {
        return new Answer(status, status >= OK && status < REDIRECT ? null : Failure.STATUS, retryAfter);
    }

    public static Answer none(Failure failure) {
        return new Answer(null, failure, null);
    }

    public boolean isGone() {
        return status != null && status == GONE;
    }

    /** How long it asks to be left alone; not positive if it does not. */
    public Duration askedWait(Instant now) {
        return retryAfter == null ? Duration.ZERO : RetryAfter.read(retryAfter, now);
    }
}
