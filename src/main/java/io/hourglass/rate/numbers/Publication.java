package io.hourglass.rate.numbers;

import io.hourglass.kernel.ids.Subject;
import io.hourglass.rate.numbers.PublicationDates.Window;
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

    static Publication of(PublishedNumber number) {
        return new Publication(
                number.subject(),
                number.publishedOn(),
                Status.PUBLISHED,
                number.windowFrom(),
                number.windowTo(),
                number,
                null);
    }

    static Publication noData(Subject subject, LocalDate on, Window window) {
        return new Publication(subject, on, Status.NO_DATA, window.from(), window.to(), null, null);
    }

    /** @param dueAt null if the numbers of the date never came */
    static Publication notPublished(Subject subject, LocalDate on, Window window, @Nullable Instant dueAt) {
        return new Publication(subject, on, Status.NOT_PUBLISHED, window.from(), window.to(), null, dueAt);
    }

    /** Null if there is no number. */
    public @Nullable BigDecimal rate() {
        return number == null ? null : number.rate();
    }
}
