package io.hourglass.evidence.input;

import io.hourglass.kernel.ids.ExternalId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.time.IsoInstant;
import java.time.DateTimeException;
import java.time.Instant;

/** How a field of a request is to be written, and the rule in words. */
public enum Format {
    ID(ExternalId.MAX_LENGTH),
    FACT(FactId.MAX_LENGTH),
    INSTANT(40);

    private final int maxLength;

    Format(int maxLength) {
        this.maxLength = maxLength;
    }

    boolean accepts(String value) {
        return value.length() <= maxLength
                && switch (this) {
                    case INSTANT -> isInstant(value);
                    case ID, FACT -> ExternalId.isOne(value, maxLength);
                };
    }

    String rule() {
        return switch (this) {
            case INSTANT -> "an ISO-8601 instant such as 2026-03-02T02:00:00Z, in the years 1970 to 9999";
            case ID, FACT -> ExternalId.rule(maxLength);
        };
    }

    int maxLength() {
        return maxLength;
    }

    /** @throws DateTimeException if it is not an {@link #INSTANT} */
    static Instant instantOf(String text) {
        return IsoInstant.parse(text);
    }

    private static boolean isInstant(String value) {
        try {
            instantOf(value);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
