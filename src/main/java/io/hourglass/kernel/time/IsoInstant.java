package io.hourglass.kernel.time;

import java.time.Instant;
import java.time.OffsetDateTime;

/** An instant as callers write it, in bodies, queries, logs and options. */
public final class IsoInstant {

    private IsoInstant() {}

    /**
     * @param text ISO 8601 with an offset; seconds may be left out
     * @throws java.time.DateTimeException if it is anything else
     */
    public static Instant parse(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
