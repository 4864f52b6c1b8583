package io.hourglass.inquiry.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a field that may be left out then means. */
final class Parsed {

    private Parsed() {}

    /** Null means the present instant. */
    static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : Format.instantOf(text);
    }
}
