package io.hourglass.rate.numbers;

import io.hourglass.kernel.Subject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was published of a supplier on a date.
 *
 * @param windowFrom the first day that the date's numbers cover
 * @param windowTo the last of them, included
 * @param number null unless published
 * @param dueAt when the date's numbers are due, if that lies ahead; else null
 */
public record Publication(
        Subject subject,
        LocalDate on,
        Status status,
        LocalDate windowFrom,
        LocalDate windowTo,
        @Nullable PublishedNumber number,
        @Nullable Instant dueAt) {

    /** Whether there is a number, and if not, why. */
    public enum Status {
        PUBLISHED,
        /** The date's numbers are out; this supplier has no countable inquiry in the window, and so none. */
        NO_DATA,
        /** The date's numbers are not out: not yet, or they never were. */
        NOT_PUBLISHED
    }

    /** Null if there is no number. */
    public @Nullable BigDecimal rate() {
        return number == null ? null : number.rate();
    }
}
