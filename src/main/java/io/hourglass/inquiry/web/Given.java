package io.hourglass.inquiry.web;

import io.hourglass.evidence.Details;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What fields that may be left out then mean. */
final class Given {

    private Given() {}

    static String channel(@Nullable String channel) {
        return channel == null ? Details.DEFAULT_CHANNEL : channel;
    }

    /** Null means the present instant. */
    static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : Format.instantOf(text);
    }
}
