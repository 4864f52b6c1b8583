package io.hourglass.portal;

import io.hourglass.kernel.InvalidInput;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A time by the wall clock of a zone, as a form sends it. */
public final class WallTime {

    private WallTime() {}

    /**
     * @param text null if none was sent
     * @param rule in words
     * @throws InvalidInput for the field, if it is no date with a time of day
     */
    public static Instant read(String field, @Nullable String text, ZoneId zone, String rule) {
        try {
            return LocalDateTime.parse(text == null ? "" : text).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw new InvalidInput(field, text, rule);
        }
    }
}
