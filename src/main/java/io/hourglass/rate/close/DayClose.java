package io.hourglass.rate.close;

import io.hourglass.kernel.ids.Subject;
import io.hourglass.kernel.tracks.ByTrack;
import io.hourglass.kernel.tracks.TrackDay;
import io.hourglass.rate.books.BookDays;
import io.hourglass.rate.books.Books;
import io.hourglass.rate.books.Cause;
import io.hourglass.rate.books.JudgedCase;
import io.hourglass.rate.books.Settlement;
import io.hourglass.rate.books.VerdictEntries;
import io.hourglass.rate.counts.CountedCases;
import io.hourglass.rate.counts.Counts;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Settles one day of a track's books, once and for all. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class DayClose {

    private final BookDays days;
    private final Books books;
    private final DayOrder order;
    private final VerdictEntries entries;
    private final CountedCases counted;
    private final ByTrack<Settlement> settlements;
    private final Clock clock;

    DayClose(
            BookDays days,
            Books books,
            DayOrder order,
            VerdictEntries entries,
            CountedCases counted,
            List<Settlement> settlements,
            Clock clock) {
        this.days = days;
        this.books = books;
        this.order = order;
        this.entries = entries;
        this.counted = counted;
        this.settlements = new ByTrack<>(settlements);
        this.clock = clock;
    }

    /**
     * Judges the day again from its facts, books every difference, and counts. Late cases of the day stay out. To settle
     * again changes nothing.
     *
     * @throws IllegalStateException if the books are still open, or an earlier day is not settled
     */
    public void settle(TrackDay day) {
        var bookDay = days.lock(day).orElseThrow(() -> new IllegalStateException("no day " + day + " in the books"));
        if (bookDay.settled()) {
            return;
        }
        if (clock.instant().isBefore(bookDay.closesAt())) {
            throw new IllegalStateException("the books of " + day + " are open until " + bookDay.closesAt());
        }
        if (!order.earlierDaysSettled(day)) {
            throw new IllegalStateException("the books of a day before " + day + " are not settled");
        }
        var settlement = settlements.of(day.track());
        var counts = new HashMap<Subject, Counts>();
        settlement
                .judgeDayInParts(day.day())
                .map(part -> part.stream().filter(one -> one.state().inBooks()).toList())
                .forEach(judged -> {
                    bookDifferences(day, judged);
                    counted.count(judged).forEach((subject, more) -> counts.merge(subject, more, Counts::plus));
                    settlement.daySettled(day.day(), judged);
                });
        counted.add(day, counts);
        days.markSettled(day, clock.instant());
    }

    private void bookDifferences(TrackDay day, List<JudgedCase> judged) {
        var latest = entries.latestOn(day, judged.stream().map(JudgedCase::id).toList());
        var cause = new Cause(Cause.Kind.DAY_CLOSE, day.key());
        judged.forEach(one -> books.bookAfter(latest.get(one.id()), one, cause));
    }
}
