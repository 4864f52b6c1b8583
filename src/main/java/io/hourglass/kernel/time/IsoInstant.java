package io.hourglass.kernel.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** An instant as callers write it, in bodies, queries, logs and options. */
public final class IsoInstant {

    private static final Instant END_OF_YEARS = Instant.parse("+10000-01-01T00:00:00Z");

    private IsoInstant() {}

    /**
     * @param text ISO 8601 with an offset; seconds may be left out
     * @throws DateTimeException if it is anything else, or not in the years 1970 to 9999 of UTC
     */
    public static Instant parse(String text) {
        var instant = OffsetDateTime.parse(text).toInstant();
        if (instant.isBefore(Instant.EPOCH) || !instant.isBefore(END_OF_YEARS)) {
            throw new DateTimeException("not in the years 1970 to 9999: " + text);
        }
        return instant;
    }
}
