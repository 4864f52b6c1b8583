package io.hourglass.rate;

import io.hourglass.audit.LedgerRecords;
import io.hourglass.kernel.InquiryId;
import io.hourglass.sla.Clocks;
import io.hourglass.sla.Policies;
import io.hourglass.sla.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What an inquiry does with the books while its day is open: it has its day opened, and books its outcome. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Books {

    /** No transaction lasts so long: further ahead of its close, a day need not be held while a fact goes in. */
    private static final Duration CLOSE_IS_NEAR = Duration.ofHours(1);

    private final BookDays days;
    private final VerdictEntries entries;
    private final DayCloseWorkflow workflow;
    private final Policies policies;
    private final LedgerRecords ledger;
    private final Clock clock;

    Books(
            BookDays days,
            VerdictEntries entries,
            DayCloseWorkflow workflow,
            Policies policies,
            LedgerRecords ledger,
            Clock clock) {
        this.days = days;
        this.entries = entries;
        this.workflow = workflow;
        this.policies = policies;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Sees to it that the day of an inquiry that is just being learned of has a close.
     *
     * @return when it was learned of, see {@link #learnedNow}
     */
    public Instant admit(Clocks clocks) {
        if (!clock.instant().isAfter(clocks.booksClose())
                && days.find(clocks.day()).isEmpty()) {
            open(clocks.day());
        }
        return learnedNow(clocks);
    }

    /**
     * When a fact that is being recorded is learned of: now, or just after the close if the day's books were closed
     * while the fact was on its way. Near the close the day is held, so that the fact is either in the books or late.
     */
    public Instant learnedNow(Clocks clocks) {
        var now = clock.instant();
        var close = clocks.booksClose();
        if (now.isAfter(close) || now.plus(CLOSE_IS_NEAR).isBefore(close)) {
            return now;
        }
        var settled = days.lock(clocks.day()).map(BookDay::settled).orElse(false);
        var again = clock.instant();
        return settled && !again.isAfter(close) ? close.plusMillis(1) : again;
    }

    /** Books what the judge says, unless the last entry says it already or there is nothing to say yet. */
    public void book(JudgedInquiry judged, Cause cause) {
        var inquiry = judged.judgement().inquiry();
        var last = entries.latestOf(List.of(inquiry)).get(inquiry);
        if (last != null || judged.judgement().state() != State.PENDING) {
            bookAfter(last, judged, cause);
        }
    }

    /**
     * Books what has changed for inquiries that have an entry already, and which are follow-ups, for they have no process
     * that would book it; the others wait for their own occasion.
     *
     * @return those that have changed, and the inquiries that one of them followed or follows now
     */
    public List<InquiryId> bookChanges(Collection<JudgedInquiry> judged, Cause cause) {
        var latest = entries.latestOf(idsOf(judged));
        var changed = new LinkedHashSet<InquiryId>();
        for (var inquiry : judged) {
            var judgement = inquiry.judgement();
            var last = latest.get(judgement.inquiry());
            if ((last != null || judgement.state() == State.FOLLOW_UP) && bookAfter(last, inquiry, cause)) {
                changed.add(judgement.inquiry());
                Stream.of(Optional.ofNullable(judgement.follows()), followedBefore(last))
                        .flatMap(Optional::stream)
                        .forEach(changed::add);
            }
        }
        return List.copyOf(changed);
    }

    private static Optional<InquiryId> followedBefore(@Nullable VerdictEntry last) {
        return Optional.ofNullable(last)
                .filter(entry -> entry.state() == State.FOLLOW_UP)
                .map(VerdictEntry::anchor);
    }

    /**
     * Books what is judged, unless the last entry says it already.
     *
     * @return whether there was something to book
     */
    boolean bookAfter(@Nullable VerdictEntry last, JudgedInquiry judged, Cause cause) {
        if (last != null && last.says(judged)) {
            return false;
        }
        add(VerdictEntry.of(judged, last == null ? 1 : last.seq() + 1, cause, clock.instant()));
        return true;
    }

    private void add(VerdictEntry entry) {
        entries.add(entry);
        if (!entry.inBooks()) {
            ledger.note(VerdictsInLedger.of(entry));
        }
    }

    /** Opens the day and, so that there is no hole, every day between it and those that are open or settled. */
    void open(LocalDate day) {
        var range = days.lockRange();
        if (range.isPresent() && range.get().holds(day)) {
            return;
        }
        var afterwards = range.map(known -> known.and(day)).orElseGet(() -> new BookDays.Range(day, day));
        var opened = afterwards
                .first()
                .datesUntil(afterwards.last().plusDays(1))
                .filter(date -> range.isEmpty() || !range.get().holds(date))
                .map(date -> new BookDay(date, policies.inForceOn(date).booksClose(date), null, null))
                .toList();
        days.open(opened, afterwards);
        opened.forEach(date -> workflow.begin(date.day(), date.closesAt()));
    }

    private static List<InquiryId> idsOf(Collection<JudgedInquiry> judged) {
        return judged.stream().map(inquiry -> inquiry.judgement().inquiry()).toList();
    }
}
