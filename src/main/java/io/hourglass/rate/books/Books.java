package io.hourglass.rate.books;

import io.hourglass.audit.entries.LedgerRecords;
import io.hourglass.kernel.tracks.ByTrack;
import io.hourglass.kernel.tracks.TrackDay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a case does with the books while its day is open: it has its day opened, and books its outcome. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Books {

    /** No transaction lasts so long: further ahead of its close, a day need not be held while a fact goes in. */
    private static final Duration CLOSE_IS_NEAR = Duration.ofHours(1);

    private final BookDays days;
    private final VerdictEntries entries;
    private final DayCloseWorkflow workflow;
    private final ByTrack<BooksCalendar> calendars;
    private final LedgerRecords ledger;
    private final TellOfEntries tell;
    private final Clock clock;

    Books(
            BookDays days,
            VerdictEntries entries,
            DayCloseWorkflow workflow,
            List<BooksCalendar> calendars,
            LedgerRecords ledger,
            TellOfEntries tell,
            Clock clock) {
        this.days = days;
        this.entries = entries;
        this.workflow = workflow;
        this.calendars = new ByTrack<>(calendars);
        this.ledger = ledger;
        this.tell = tell;
        this.clock = clock;
    }

    /**
     * Sees to it that the day of a case that is just being recorded has a close.
     *
     * @param close of the day's books
     * @return when it was recorded, see {@link #learnedNow}
     */
    public Instant admit(TrackDay day, Instant close) {
        if (!clock.instant().isAfter(close) && days.find(day).isEmpty()) {
            open(day);
        }
        return learnedNow(day, close);
    }

    /**
     * When a fact that is being recorded counts as recorded: now, or just after the close if the day's books were closed
     * while the fact was on its way. Near the close the day is held, so that the fact is either in the books or late.
     *
     * @param close of the day's books
     */
    public Instant learnedNow(TrackDay day, Instant close) {
        var now = clock.instant();
        if (now.isAfter(close) || now.plus(CLOSE_IS_NEAR).isBefore(close)) {
            return now;
        }
        var settled = days.lock(day).map(BookDay::settled).orElse(false);
        var again = clock.instant();
        return settled && !again.isAfter(close) ? close.plusMillis(1) : again;
    }

    /** Books what the judge says, unless the last entry says it already or there is nothing to say yet. */
    public void book(JudgedCase judged, Cause cause) {
        var last = entries.latestOf(List.of(judged.id())).get(judged.id());
        if (last != null || !judged.state().pending()) {
            bookAfter(last, judged, cause);
        }
    }

    /**
     * Books what has changed for cases that have an entry already; the others wait for their own occasion.
     *
     * @param evenFirst of those without an entry the ones that are booked anyway, as no process of theirs would
     * @return those that have changed
     */
    public List<Change> bookChanges(Collection<JudgedCase> judged, Cause cause, Predicate<JudgedCase> evenFirst) {
        var latest = entries.latestOf(judged.stream().map(JudgedCase::id).toList());
        var changes = new ArrayList<Change>();
        for (var one : judged) {
            var last = latest.get(one.id());
            if ((last != null || evenFirst.test(one)) && bookAfter(last, one, cause)) {
                changes.add(new Change(last, one));
            }
        }
        return changes;
    }

    /** @param before null for one without an entry until now */
    public record Change(@Nullable VerdictEntry before, JudgedCase now) {}

    /**
     * Books what is judged, unless the last entry says it already.
     *
     * @return whether there was something to book
     */
    public boolean bookAfter(@Nullable VerdictEntry last, JudgedCase judged, Cause cause) {
        if (last != null && last.says(judged)) {
            return false;
        }
        add(last, new VerdictEntry(judged, last == null ? 1 : last.seq() + 1, cause, clock.instant()));
        return true;
    }

    private void add(@Nullable VerdictEntry last, VerdictEntry entry) {
        entries.add(entry);
        tell.tell(last, entry, !entry.inBooks() || entry.cause().kind() == Cause.Kind.DAY_CLOSE);
        if (!entry.inBooks()) {
            ledger.note(VerdictsInLedger.of(entry));
        }
    }

    /** Opens the day and, so that there is no hole, every day between it and those that are open or settled. */
    public void open(TrackDay day) {
        var range = days.lockRange(day.track());
        if (range.isPresent() && range.get().holds(day.day())) {
            return;
        }
        var calendar = calendars.of(day.track());
        var afterwards =
                range.map(known -> known.and(day.day())).orElseGet(() -> new BookDays.Range(day.day(), day.day()));
        var opened = afterwards
                .first()
                .datesUntil(afterwards.last().plusDays(1))
                .filter(date -> range.isEmpty() || !range.get().holds(date))
                .map(date -> new BookDay(day.on(date), calendar.closesAt(date), null, null))
                .toList();
        days.open(day.track(), opened, afterwards);
        opened.forEach(date -> workflow.begin(date.trackDay(), date.closesAt()));
    }
}
