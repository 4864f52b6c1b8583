package io.hourglass.rate;

import io.hourglass.kernel.OfTrack;
import java.time.Instant;
import java.time.LocalDate;

/** When a track's days begin, close and are published, by its policy. Implemented by the module that has the cases. */
public interface BooksCalendar extends OfTrack {

    /** The natural day that the instant belongs to, in the marketplace zone. */
    LocalDate dayOf(Instant instant);

    /** From then on nothing that is learned of changes the day. */
    Instant closesAt(LocalDate day);

    /** The date of the numbers that the day completes. */
    LocalDate publishedOn(LocalDate day);

    /** The day whose close completes the numbers of that date. */
    LocalDate completing(LocalDate on);

    /** How many natural days a number covers whose last is that one. */
    int windowDays(LocalDate last);
}
