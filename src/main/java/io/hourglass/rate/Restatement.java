package io.hourglass.rate;

import io.hourglass.audit.LedgerRecords;
import io.hourglass.kernel.InquiryId;
import io.hourglass.kernel.SupplierId;
import io.hourglass.sla.NaturalDay;
import io.hourglass.sla.Policies;
import io.hourglass.sla.State;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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
    private final DayBuckets buckets;
    private final PublishedNumbers numbers;
    private final DaySettlement settlement;
    private final LedgerRecords ledger;
    private final Policies policies;
    private final Clock clock;

    Restatement(
            BookDays days,
            VerdictEntries entries,
            DayBuckets buckets,
            PublishedNumbers numbers,
            DaySettlement settlement,
            LedgerRecords ledger,
            Policies policies,
            Clock clock) {
        this.days = days;
        this.entries = entries;
        this.buckets = buckets;
        this.numbers = numbers;
        this.settlement = settlement;
        this.ledger = ledger;
        this.policies = policies;
        this.clock = clock;
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
    public Optional<BookDay> hold(LocalDate day) {
        days.latest(1).stream()
                .flatMap(last -> Stream.iterate(last.day(), later -> later.isAfter(day), later -> later.minusDays(1)))
                .forEach(days::lock);
        return days.lock(day);
    }

    /**
     * Judges the inquiry's pair again: on the settled days of its thread, on the day before, where the anchor may lie that
     * one is a duplicate of, and on each day after them to which that carries on. To restate again changes nothing.
     */
    public Effect restate(InquiryId inquiry, SupplierId supplier, Cause cause) {
        var thread = settlement.daysOfThread(inquiry);
        var first = thread.first().minusDays(1);
        hold(first);
        var at = afterTheLastNumber(supplier, first);
        var restated = new TreeSet<LocalDate>();
        for (var on = first; ; on = on.plusDays(1)) {
            if (restateDay(inquiry, on, cause, at)) {
                restated.add(on);
            } else if (!on.isBefore(thread.last())) {
                break;
            }
        }
        return restated.isEmpty()
                ? new Effect(false, List.of())
                : new Effect(true, revise(supplier, restated.first(), restated.last(), at));
    }

    /** The inquiries under an earlier revision must not take in what is booked now. */
    private Instant afterTheLastNumber(SupplierId supplier, LocalDate day) {
        var now = clock.instant();
        return numbers.revisionsOf(supplier, day, NaturalDay.of(now, policies.zone())).stream()
                .map(number -> number.publishedAt().plusMillis(1))
                .filter(now::isBefore)
                .max(Instant::compareTo)
                .orElse(now);
    }

    /** @return whether anything on that day is otherwise now */
    private boolean restateDay(InquiryId inquiry, LocalDate day, Cause cause, Instant at) {
        if (!days.find(day).map(BookDay::settled).orElse(false)) {
            return false;
        }
        var judged = settlement.judgePair(inquiry, day);
        var latest = entries.latestOf(
                judged.stream().map(one -> one.judgement().inquiry()).toList());
        var changed = false;
        for (var one : judged) {
            var last = latest.get(one.judgement().inquiry());
            if (last != null && one.judgement().state() != State.OUT_OF_BOOKS && !last.says(one)) {
                book(last, one, cause, at);
                changed = true;
            }
        }
        return changed;
    }

    private void book(VerdictEntry last, JudgedInquiry judged, Cause cause, Instant at) {
        var entry = VerdictEntry.of(judged, last.seq() + 1, cause, at);
        entries.add(entry);
        ledger.note(VerdictsInLedger.of(entry));
        var counts = buckets.totals(entry.supplier(), entry.day(), entry.day()).moved(last.state(), entry.state());
        buckets.replace(new DayBucket(entry.supplier(), entry.day(), counts));
    }

    private List<Revised> revise(SupplierId supplier, LocalDate first, LocalDate last, Instant at) {
        var revised = new ArrayList<Revised>();
        var end = last.plusDays(policies.inForceOn(last).rateWindowDays());
        first.datesUntil(end).forEach(completing -> days.find(completing)
                .flatMap(day -> revision(supplier, day, at))
                .ifPresent(revised::add));
        revised.forEach(one -> {
            numbers.add(one.after());
            ledger.note(NumbersInLedger.of(one.after()));
        });
        return revised;
    }

    /** Empty where the date's numbers are not out, or this one counts as before. Revision 1 is the first publication alone. */
    private Optional<Revised> revision(SupplierId supplier, BookDay completing, Instant at) {
        var on = completing.publishedOn();
        if (on == null) {
            return Optional.empty();
        }
        var to = completing.day();
        var from = to.minusDays(policies.inForceOn(to).rateWindowDays() - 1L);
        var counted = buckets.totals(supplier, from, to);
        var before = numbers.find(supplier, on).orElse(null);
        var number = before == null ? 2 : before.revision() + 1;
        var after = new PublishedNumber(supplier, on, number, from, to, counted.timely(), counted.countable(), at);
        var revised = new Revised(before, after);
        return revised.timelyBefore() == after.timely() && revised.countableBefore() == after.countable()
                ? Optional.empty()
                : Optional.of(revised);
    }
}
