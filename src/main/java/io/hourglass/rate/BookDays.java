package io.hourglass.rate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The days of the books: one row for each day from the first inquiry's on, without a hole. */
public interface BookDays {

    Optional<BookDay> find(LocalDate day);

    /** Holds the day's row until the transaction ends. */
    Optional<BookDay> lock(LocalDate day);

    /** The first day of the books; empty while there is none. */
    Optional<LocalDate> first();

    /** Waits until nobody else is opening days, and keeps others from it until the transaction ends. */
    Optional<Range> lockRange();

    /** Adds days at either end; the caller holds the range. */
    void open(List<BookDay> days, Range rangeAfterwards);

    void markSettled(LocalDate day, Instant at);

    void markPublished(LocalDate day, LocalDate publishedOn);

    /** The earliest day that is not settled; empty if there is none. */
    Optional<LocalDate> firstUnsettled();

    /** Those that are not settled, the earliest first. */
    List<LocalDate> unsettled(int limit);

    /** The latest date up to that one whose numbers are out; empty if there is none. */
    Optional<LocalDate> latestPublication(LocalDate atMost);

    /** Those of the given days that are settled. */
    Collection<LocalDate> settledAmong(Collection<LocalDate> days);

    /** In day order, the latest first. */
    List<BookDay> latest(int count);

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
