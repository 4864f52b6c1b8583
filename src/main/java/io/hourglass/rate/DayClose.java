package io.hourglass.rate;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.hourglass.audit.Ledger;
import io.hourglass.audit.SealedDay;
import io.hourglass.kernel.SupplierId;
import io.hourglass.sla.Policies;
import io.hourglass.sla.State;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Closes the books of one day (R4). Each step may run again: what is done stays done. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class DayClose {

    private final BookDays days;
    private final Books books;
    private final VerdictEntries entries;
    private final DayBuckets buckets;
    private final PublishedNumbers numbers;
    private final DaySettlement settlement;
    private final DayCloseWorkflow workflow;
    private final Policies policies;
    private final Ledger ledger;
    private final Clock clock;

    DayClose(
            BookDays days,
            Books books,
            VerdictEntries entries,
            DayBuckets buckets,
            PublishedNumbers numbers,
            DaySettlement settlement,
            DayCloseWorkflow workflow,
            Policies policies,
            Ledger ledger,
            Clock clock) {
        this.days = days;
        this.books = books;
        this.entries = entries;
        this.buckets = buckets;
        this.numbers = numbers;
        this.settlement = settlement;
        this.workflow = workflow;
        this.policies = policies;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Whether the day before is settled, or is none of the books. Holds that day, so that its close cannot be missed. */
    public boolean earlierDaysSettled(LocalDate day) {
        return days.lock(day.minusDays(1)).map(BookDay::settled).orElse(true);
    }

    /**
     * Judges the day again from its facts, books every difference, and counts. Late inquiries of the day stay out.
     *
     * @throws IllegalStateException if the books are still open, or an earlier day is not settled
     */
    public void settle(LocalDate day) {
        var bookDay = locked(day);
        if (bookDay.settled()) {
            return;
        }
        if (clock.instant().isBefore(bookDay.closesAt())) {
            throw new IllegalStateException("the books of " + day + " are open until " + bookDay.closesAt());
        }
        if (!earlierDaysSettled(day)) {
            throw new IllegalStateException("the books of a day before " + day + " are not settled");
        }
        var judged = settlement.judgeDay(day).stream()
                .filter(inquiry -> inquiry.judgement().state() != State.OUT_OF_BOOKS)
                .toList();
        bookDifferences(day, judged);
        buckets.add(count(day, judged));
        days.markSettled(day, clock.instant());
        settlement.daySettled(day, judged);
    }

    /**
     * Publishes the numbers that this day completes, and seals the day with them.
     *
     * @return their date; empty if they were out already
     */
    public Optional<LocalDate> publish(LocalDate day) {
        var bookDay = locked(day);
        if (bookDay.publishedOn() != null) {
            return Optional.empty();
        }
        var policy = policies.inForceOn(day);
        var on = day.plusDays(policy.booksCloseAfterDays());
        numbers.publish(on, day.minusDays(policy.rateWindowDays() - 1L), day, afterSettling(bookDay));
        days.markPublished(day, on);
        ledger.seal(new SealedDay(day, days.first().orElse(day), bookDay.closesAt(), on));
        return Optional.of(on);
    }

    /** Another node's clock may have been ahead of ours when it settled the day; what it booked lies under the number. */
    private Instant afterSettling(BookDay day) {
        var now = clock.instant();
        var settled = day.settledAt();
        return settled != null && settled.isAfter(now) ? settled : now;
    }

    /** Lets the next day's close go on; an empty day has one too. */
    public void wakeNext(LocalDate day) {
        var next = day.plusDays(1);
        if (days.find(next).isEmpty()) {
            books.open(next);
        } else {
            workflow.earlierDaysSettled(next);
        }
    }

    private void bookDifferences(LocalDate day, List<JudgedInquiry> judged) {
        var latest = entries.latestOn(day);
        var cause = new Cause(Cause.Kind.DAY_CLOSE, day.toString());
        judged.forEach(inquiry -> books.bookAfter(latest.get(inquiry.judgement().inquiry()), inquiry, cause));
    }

    private static List<DayBucket> count(LocalDate day, List<JudgedInquiry> judged) {
        Map<SupplierId, List<State>> states = judged.stream()
                .collect(groupingBy(
                        JudgedInquiry::supplier,
                        mapping(inquiry -> inquiry.judgement().state(), toList())));
        return states.entrySet().stream()
                .map(entry -> new DayBucket(entry.getKey(), day, Counts.of(entry.getValue())))
                .toList();
    }

    private BookDay locked(LocalDate day) {
        return days.lock(day).orElseThrow(() -> new IllegalStateException("no day " + day + " in the books"));
    }
}
