package io.hourglass.evidence.input;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a field that may be left out then means. */
public final class Parsed {

    private Parsed() {}

    /** Null means the present instant. */
    public static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : Format.instantOf(text);
    }
}
