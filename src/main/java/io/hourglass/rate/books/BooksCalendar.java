package io.hourglass.rate.books;

import io.hourglass.kernel.tracks.OfTrack;
import java.time.Instant;
import java.time.LocalDate;

/**
 * When a track's days begin, close (the watermark, after the allowed lateness) and are published, by its policy. Implemented by
 * the module that has the cases.
 */
public interface BooksCalendar extends OfTrack {

    /** The natural day that the instant belongs to, in the marketplace zone. */
    LocalDate dayOf(Instant instant);

    /** From then on nothing that is recorded changes the day. */
    Instant closesAt(LocalDate day);

    /** The date of the first numbers that cover the day. */
    LocalDate publishedOn(LocalDate day);

    /** The last day that the numbers of that date, or else the last ones before it, cover. */
    LocalDate completing(LocalDate on);

    /** Whether numbers are published whose last day is that one. */
    default boolean completes(LocalDate day) {
        return completing(publishedOn(day)).equals(day);
    }

    /** How many natural days a number covers whose last is that one. */
    int windowDays(LocalDate last);

    /** The last of the days whose numbers, being completed, cover that one. */
    default LocalDate lastCovering(LocalDate day) {
        return day.plusDays(windowDays(day) - 1L);
    }
}
