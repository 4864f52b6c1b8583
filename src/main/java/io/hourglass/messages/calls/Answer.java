package io.hourglass.messages.calls;

import io.hourglass.messages.webhooks.Delivery.Failure;
import org.jspecify.annotations.Nullable;

/**
 * What came of a call.
 *
 * @param status null if there was no answer, or it broke off
 * @param failure null if it was 2xx
 */
public record Answer(@Nullable Integer status, @Nullable Failure failure) {

    private static final int GONE = 410;
    private static final int OK = 200;
    private static final int REDIRECT = 300;

    static Answer of(int status) {
        return new Answer(status, status >= OK && status < REDIRECT ? null : Failure.STATUS);
    }

    public static Answer none(Failure failure) {
        return new Answer(null, failure);
    }

    public boolean isGone() {
        return status != null && status == GONE;
    }
}
