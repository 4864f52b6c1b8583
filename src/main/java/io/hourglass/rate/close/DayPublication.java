package io.hourglass.rate.close;

import io.hourglass.audit.Ledger;
import io.hourglass.audit.seals.SealedDay;
import io.hourglass.kernel.tracks.ByTrack;
import io.hourglass.kernel.tracks.TrackDay;
import io.hourglass.rate.books.BookDay;
import io.hourglass.rate.books.BookDays;
import io.hourglass.rate.books.BooksCalendar;
import io.hourglass.rate.numbers.PublicationDates;
import io.hourglass.rate.numbers.PublishedNumbers;
import io.hourglass.rate.numbers.TellOfNumbers;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Publishes what a settled day completes, and seals the day (R4). */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class DayPublication {

    private final BookDays days;
    private final PublishedNumbers numbers;
    private final PublicationDates dates;
    private final TellOfNumbers tell;
    private final ByTrack<BooksCalendar> calendars;
    private final Ledger ledger;
    private final Clock clock;

    DayPublication(
            BookDays days,
            PublishedNumbers numbers,
            PublicationDates dates,
            TellOfNumbers tell,
            List<BooksCalendar> calendars,
            Ledger ledger,
            Clock clock) {
        this.days = days;
        this.numbers = numbers;
        this.dates = dates;
        this.tell = tell;
        this.calendars = new ByTrack<>(calendars);
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Publishes the numbers that this day completes, and seals the day with them. Where a later day is completed by the same date,
     * the day is sealed without numbers. To publish again changes nothing.
     *
     * @return their date; empty if there are none, or they were out already
     */
    public Optional<LocalDate> publish(TrackDay day) {
        var bookDay = days.lock(day).orElseThrow(() -> new IllegalStateException("no day " + day + " in the books"));
        if (bookDay.publishedOn() != null) {
            return Optional.empty();
        }
        var calendar = calendars.of(day.track());
        var on = Optional.of(day.day()).filter(calendar::completes).map(calendar::publishedOn);
        on.ifPresent(date -> {
            numbers.publish(day, dates.windowTo(day).from(), date, afterSettling(bookDay));
            days.markPublished(day, date);
            tell.published(day.track(), date);
        });
        var first = days.first(day.track()).orElse(day.day());
        ledger.seal(new SealedDay(day, first, bookDay.closesAt(), on.orElse(null)));
        return on;
    }

    /** Another node's clock may have been ahead of ours when it settled the day; what it booked lies under the number. */
    private Instant afterSettling(BookDay day) {
        var now = clock.instant();
        var settled = day.settledAt();
        return settled != null && settled.isAfter(now) ? settled : now;
    }
}
