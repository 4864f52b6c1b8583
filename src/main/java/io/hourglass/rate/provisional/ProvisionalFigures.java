package io.hourglass.rate.provisional;

import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.Subject;
import io.hourglass.kernel.tracks.ByTrack;
import io.hourglass.kernel.tracks.State;
import io.hourglass.rate.books.BookDays;
import io.hourglass.rate.books.BooksCalendar;
import io.hourglass.rate.books.JudgedCase;
import io.hourglass.rate.books.RatedSubjects;
import io.hourglass.rate.books.Settlement;
import io.hourglass.rate.counts.Counts;
import io.hourglass.rate.counts.DayBuckets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The live figure over the days up to today: settled days from their buckets, open ones judged as of now. */
@Component
public class ProvisionalFigures {

    private final BookDays days;
    private final DayBuckets buckets;
    private final ByTrack<Settlement> settlements;
    private final ByTrack<RatedSubjects> subjects;
    private final ByTrack<BooksCalendar> calendars;
    private final Clock clock;

    ProvisionalFigures(
            BookDays days,
            DayBuckets buckets,
            List<Settlement> settlements,
            List<RatedSubjects> subjects,
            List<BooksCalendar> calendars,
            Clock clock) {
        this.days = days;
        this.buckets = buckets;
        this.settlements = new ByTrack<>(settlements);
        this.subjects = new ByTrack<>(subjects);
        this.calendars = new ByTrack<>(calendars);
        this.clock = clock;
    }

    /** @throws NotFound if there is no such subject */
    @Transactional(readOnly = true)
    public ProvisionalFigure of(Subject subject) {
        RatedSubjects.requireKnown(subjects, subject);
        var now = clock.instant();
        var calendar = calendars.of(subject.track());
        var to = calendar.dayOf(now);
        var from = to.minusDays(calendar.windowDays(to) - 1L);
        var firstOpen = days.firstOpen(subject.track(), from, to);
        var settled = buckets.totals(subject, from, firstOpen.minusDays(1));
        var open = open(subject, firstOpen, to);
        return new ProvisionalFigure(
                subject,
                from,
                to,
                settled.timely() + open.timely(),
                settled.countable() + open.countable(),
                open.ofThose(State::pending),
                now);
    }

    /** The days whose books are open. */
    private Counts open(Subject subject, LocalDate from, LocalDate to) {
        return from.isAfter(to)
                ? Counts.of(List.of())
                : Counts.of(settlements.of(subject.track()).judgeSubject(subject, from, to).stream()
                        .map(JudgedCase::state)
                        .toList());
    }
}
