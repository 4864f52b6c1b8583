package io.hourglass.rate;

import io.hourglass.audit.entries.LedgerRecords;
import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.ids.Subject;
import io.hourglass.kernel.tracks.ByTrack;
import io.hourglass.kernel.tracks.TrackDay;
import io.hourglass.rate.books.BookDay;
import io.hourglass.rate.books.BookDays;
import io.hourglass.rate.books.Cause;
import io.hourglass.rate.books.JudgedCase;
import io.hourglass.rate.books.Settlement;
import io.hourglass.rate.books.TellOfEntries;
import io.hourglass.rate.books.VerdictEntries;
import io.hourglass.rate.books.VerdictEntry;
import io.hourglass.rate.books.VerdictsInLedger;
import io.hourglass.rate.counts.CountedCases;
import io.hourglass.rate.numbers.PublishedNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Restates closed books after a fact has been admitted to them: entries, buckets, and a further revision of each number
 * that is out and counts otherwise. What was published stays as it is.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Restatement {

    private final BookDays days;
    private final VerdictEntries entries;
    private final CountedCases counted;
    private final NumberRevisions revisions;
    private final ByTrack<Settlement> settlements;
    private final LedgerRecords ledger;
    private final TellOfEntries tell;

    Restatement(
            BookDays days,
            VerdictEntries entries,
            CountedCases counted,
            NumberRevisions revisions,
            List<Settlement> settlements,
            LedgerRecords ledger,
            TellOfEntries tell) {
        this.days = days;
        this.entries = entries;
        this.counted = counted;
        this.revisions = revisions;
        this.settlements = new ByTrack<>(settlements);
        this.ledger = ledger;
        this.tell = tell;
    }

    /**
     * A number's further revision.
     *
     * @param before null where the supplier had no number on that date
     */
    public record Revised(@Nullable PublishedNumber before, PublishedNumber after) {

        public int timelyBefore() {
            return before == null ? 0 : before.timely();
        }

        public int countableBefore() {
            return before == null ? 0 : before.countable();
        }
    }

    /**
     * What judging again came to.
     *
     * @param changed whether any verdict is another now
     * @param numbers the further revisions, by date; there may be none although a verdict is another
     */
    public record Effect(boolean changed, List<Revised> numbers) {}

    /**
     * Holds the day and every later one, the latest first, as a day is settled before it asks for the one before: no close
     * of theirs runs meanwhile. Empty for a day that is none of the books.
     */
    public Optional<BookDay> hold(TrackDay day) {
        days.latest(day.track(), 1).stream()
                .map(BookDay::trackDay)
                .flatMap(last -> Stream.iterate(last, later -> later.day().isAfter(day.day()), TrackDay::former))
                .forEach(days::lock);
        return days.lock(day);
    }

    /**
     * Judges again what is tied to a case: on the settled days of those cases, on the day before, where the anchor may lie
     * that one is a duplicate of, and on each day after them to which that carries on. To restate again changes nothing.
     */
    public Effect restate(CaseId id, Subject subject, Cause cause) {
        var tied = settlements.of(id.track()).daysTiedTo(id);
        var first = new TrackDay(id.track(), tied.first()).former();
        hold(first);
        var at = revisions.afterTheLastOf(subject, first.day());
        var restated = new TreeSet<LocalDate>();
        for (var on = first; ; on = on.next()) {
            if (restateDay(id, on, cause, at)) {
                restated.add(on.day());
            } else if (!on.day().isBefore(tied.last())) {
                break;
            }
        }
        return restated.isEmpty()
                ? new Effect(false, List.of())
                : new Effect(true, revisions.revise(subject, restated.first(), restated.last(), at));
    }

    /** @return whether anything on that day has changed */
    private boolean restateDay(CaseId id, TrackDay day, Cause cause, Instant at) {
        if (!days.find(day).map(BookDay::settled).orElse(false)) {
            return false;
        }
        var judged = settlements.of(day.track()).judgeTied(id, day.day());
        var latest = entries.latestOf(judged.stream().map(JudgedCase::id).toList());
        var changed = false;
        for (var one : judged) {
            var last = latest.get(one.id());
            if (last != null && one.state().inBooks() && !last.says(one)) {
                book(last, one, cause, at);
                changed = true;
            }
        }
        return changed;
    }

    private void book(VerdictEntry last, JudgedCase judged, Cause cause, Instant at) {
        var entry = new VerdictEntry(judged, last.seq() + 1, cause, at);
        entries.add(entry);
        ledger.note(VerdictsInLedger.of(entry));
        tell.tell(last, entry, true);
        counted.move(entry.subject(), entry.day(), last.state(), entry.state());
    }
}
