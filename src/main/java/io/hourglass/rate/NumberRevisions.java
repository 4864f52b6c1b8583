package io.hourglass.rate;

import io.hourglass.kernel.ids.Subject;
import io.hourglass.kernel.tracks.TrackDay;
import io.hourglass.rate.Restatement.Revised;
import io.hourglass.rate.books.BookDay;
import io.hourglass.rate.books.BookDays;
import io.hourglass.rate.counts.CountedCases;
import io.hourglass.rate.counts.DayBuckets;
import io.hourglass.rate.numbers.PublicationDates;
import io.hourglass.rate.numbers.PublishedNumber;
import io.hourglass.rate.numbers.PublishedNumbers;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Adds a further revision to each published number that counts otherwise once its days have been counted again. */
@Component
class NumberRevisions {

    private final BookDays days;
    private final CountedCases counted;
    private final DayBuckets buckets;
    private final PublishedNumbers numbers;
    private final PublicationDates dates;
    private final TellOfRevisions tell;
    private final Clock clock;

    NumberRevisions(
            BookDays days,
            CountedCases counted,
            DayBuckets buckets,
            PublishedNumbers numbers,
            PublicationDates dates,
            TellOfRevisions tell,
            Clock clock) {
        this.days = days;
        this.counted = counted;
        this.buckets = buckets;
        this.numbers = numbers;
        this.dates = dates;
        this.tell = tell;
        this.clock = clock;
    }

    /** The cases behind an earlier revision must not take in what is booked now. */
    Instant afterTheLastOf(Subject subject, LocalDate day) {
        var now = clock.instant();
        return counted.fedBy(subject).stream()
                .flatMap(fed -> numbers.revisionsOf(fed, day, dates.today(fed.track())).stream())
                .map(number -> number.publishedAt().plusMillis(1))
                .filter(now::isBefore)
                .max(Instant::compareTo)
                .orElse(now);
    }

    /** @param first of the days that were counted again, up to {@code last}, included */
    List<Revised> revise(Subject subject, LocalDate first, LocalDate last, Instant at) {
        var revised = new ArrayList<Revised>();
        var end = dates.lastCovering(new TrackDay(subject.track(), last));
        for (var fed : counted.fedBy(subject)) {
            first.datesUntil(end.plusDays(1)).forEach(completing -> days.find(new TrackDay(fed.track(), completing))
                    .flatMap(day -> revision(fed, day, at))
                    .ifPresent(revised::add));
        }
        revised.forEach(one -> {
            numbers.add(one.after());
            tell.tell(one);
        });
        return revised;
    }

    /** Empty where the date's numbers are not out, or this one counts as before. Revision 1 is the first publication alone. */
    private Optional<Revised> revision(Subject subject, BookDay completing, Instant at) {
        var on = completing.publishedOn();
        if (on == null) {
            return Optional.empty();
        }
        var window = dates.windowTo(completing.trackDay());
        var counts = buckets.totals(subject, window.from(), window.to());
        var before = numbers.find(subject, on).orElse(null);
        var number = before == null ? 2 : before.revision() + 1;
        var after = PublishedNumber.builder()
                .subject(subject)
                .publishedOn(on)
                .revision(number)
                .windowFrom(window.from())
                .windowTo(window.to())
                .timely(counts.timely())
                .countable(counts.countable())
                .publishedAt(at)
                .build();
        var revised = new Revised(before, after);
        return revised.timelyBefore() == after.timely() && revised.countableBefore() == after.countable()
                ? Optional.empty()
                : Optional.of(revised);
    }
}
