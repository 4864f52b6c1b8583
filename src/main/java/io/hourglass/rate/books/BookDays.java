package io.hourglass.rate.books;

import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.tracks.TrackDay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The days of the books: of each track one row for each day from the first case's on, without a hole. */
public interface BookDays {

    Optional<BookDay> find(TrackDay day);

    /** Holds the day's row until the transaction ends. */
    Optional<BookDay> lock(TrackDay day);

    /** The first day of the track's books; empty while there is none. */
    Optional<LocalDate> first(Track track);

    /** Takes the lock for opening days, until the transaction ends. */
    Optional<Range> lockRange(Track track);

    /** Adds days at either end; the caller holds the range. */
    void open(Track track, List<BookDay> days, Range rangeAfterwards);

    void markSettled(TrackDay day, Instant at);

    void markPublished(TrackDay day, LocalDate publishedOn);

    /** The earliest day that is not settled; empty if there is none. */
    Optional<LocalDate> firstUnsettled(Track track);

    /** From which on the books are open, of these days, both included; the day after the last if they are closed for all. */
    default LocalDate firstOpen(Track track, LocalDate first, LocalDate last) {
        var after = last.plusDays(1);
        var open = firstUnsettled(track).orElse(after);
        return open.isBefore(first) ? first : open.isAfter(after) ? after : open;
    }

    /** Those of all tracks that are not settled, the earliest first. */
    List<TrackDay> unsettled(int limit);

    /** The latest date up to that one whose numbers are out; empty if there is none. */
    Optional<LocalDate> latestPublication(Track track, LocalDate atMost);

    /** Those of the given days that are settled. */
    Collection<LocalDate> settledAmong(Track track, Collection<LocalDate> days);

    /** In day order, the latest first. */
    List<BookDay> latest(Track track, int count);

    /** The first and the last day that are open or settled, both included. */
    record Range(LocalDate first, LocalDate last) {

        boolean holds(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }

        Range and(LocalDate day) {
            return new Range(day.isBefore(first) ? day : first, day.isAfter(last) ? day : last);
        }
    }
}
