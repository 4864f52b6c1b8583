package io.hourglass.rate.numbers;

import io.hourglass.kernel.ids.Subject;
import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.tracks.TrackDay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The published numbers, append-only. A subject without a countable case in the window has none. */
public interface PublishedNumbers {

    /**
     * Publishes, from the day buckets, the number of each subject with a countable case in the window.
     *
     * @param last day of the window
     * @param first day of the window
     * @return how many
     */
    int publish(TrackDay last, LocalDate first, LocalDate on, Instant at);

    /** Adds a further revision. */
    void add(PublishedNumber revision);

    /** The latest revision. */
    Optional<PublishedNumber> find(Subject subject, LocalDate on);

    /** The revision that was the latest at that instant. */
    Optional<PublishedNumber> find(Subject subject, LocalDate on, Instant knownAt);

    /** All revisions of the dates from the first to the last, both included, in their order. */
    List<PublishedNumber> revisionsOf(Subject subject, LocalDate from, LocalDate to);

    /** The first revisions of a date, ordered by subject. */
    List<PublishedNumber> firstOn(Track track, LocalDate date);

    /** The latest revisions of a date, ordered by subject. */
    List<PublishedNumber> on(Track track, LocalDate date);

    /** The latest revisions of some subjects on a date; one without a number is absent. */
    Map<Subject, PublishedNumber> on(Track track, LocalDate date, Collection<Subject> some);
}
