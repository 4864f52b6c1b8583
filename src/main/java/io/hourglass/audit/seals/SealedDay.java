package io.hourglass.audit.seals;

import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.tracks.TrackDay;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A natural day of a track whose books are closed.
 *
 * @param booksFrom the first day of the track's books: before it there was nothing
 * @param booksClose what was recorded up to then is in the books
 * @param publishedOn the date of the numbers that the day completed; null where it completed none
 */
public record SealedDay(TrackDay trackDay, LocalDate booksFrom, Instant booksClose, @Nullable LocalDate publishedOn) {

    public Track track() {
        return trackDay.track();
    }

    public LocalDate day() {
        return trackDay.day();
    }
}
