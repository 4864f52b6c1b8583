package io.hourglass.rate;

import io.hourglass.kernel.SupplierId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The published numbers, append-only. A supplier without a countable inquiry in the window has none. */
public interface PublishedNumbers {

    /**
     * Publishes, from the day buckets, the number of each supplier with a countable inquiry in the window.
     *
     * @return how many
     */
    int publish(LocalDate on, LocalDate windowFrom, LocalDate windowTo, Instant at);

    /** Adds a further revision. */
    void add(PublishedNumber revision);

    /** The latest revision. */
    Optional<PublishedNumber> find(SupplierId supplier, LocalDate on);

    /** The revision that was the latest at that instant. */
    Optional<PublishedNumber> find(SupplierId supplier, LocalDate on, Instant knownAt);

    /** All revisions of the dates from the first to the last, both included, in their order. */
    List<PublishedNumber> revisionsOf(SupplierId supplier, LocalDate from, LocalDate to);

    /** The first revisions of a date, ordered by supplier. */
    List<PublishedNumber> firstOn(LocalDate date);

    /** The latest revisions of a date, ordered by supplier. */
    List<PublishedNumber> on(LocalDate date);

    /** The latest revisions of some suppliers on a date; one without a number is absent. */
    Map<SupplierId, PublishedNumber> on(LocalDate date, Collection<SupplierId> suppliers);
}
