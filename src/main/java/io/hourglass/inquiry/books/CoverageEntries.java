package io.hourglass.inquiry.books;

import io.hourglass.audit.entries.LedgerEntry;
import io.hourglass.audit.seals.SealedDay;
import io.hourglass.inquiry.Inquiry;
import io.hourglass.inquiry.policy.Policies;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.mailbox.coverage.Coverage;
import io.hourglass.mailbox.coverage.KnownCoverage;
import io.hourglass.mailbox.coverage.Stretch;
import io.hourglass.mailbox.outages.Outage;
import io.hourglass.mailbox.outages.Outages;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Tells the ledger of what could be seen while a day's inquiries waited for their replies, as it was known when their books closed:
 * outages, and of each supplier that depended on a mailbox when that was read and when not (R20).
 */
@Component
class CoverageEntries {

    private final KnownCoverage coverage;
    private final Outages outages;
    private final Policies policies;

    CoverageEntries(KnownCoverage coverage, Outages outages, Policies policies) {
        this.coverage = coverage;
        this.outages = outages;
        this.policies = policies;
    }

    /** From the first receipt to the last deadline. */
    private record Wait(Instant from, Instant until) {

        Wait and(Wait other) {
            return new Wait(
                    from.isBefore(other.from) ? from : other.from, until.isAfter(other.until) ? until : other.until);
        }
    }

    /** @param inBooks of the day */
    void tell(SealedDay day, List<Inquiry> inBooks, Consumer<LedgerEntry> ledger) {
        if (inBooks.isEmpty()) {
            return;
        }
        var waits = new TreeMap<SupplierId, Wait>();
        inBooks.forEach(inquiry -> waits.merge(inquiry.supplier(), wait(inquiry), Wait::and));
        var all = waits.values().stream().reduce(Wait::and).orElseThrow();
        outages.consentedSince(all.from()).stream()
                .filter(outage -> !outage.from().isAfter(all.until()))
                .filter(outage -> Objects.requireNonNull(outage.consentedAt()).isBefore(day.booksClose()))
                .forEach(outage -> ledger.accept(of(outage)));
        var known = coverage.since(waits.keySet(), all.from());
        waits.forEach((supplier, wait) -> known.getOrDefault(supplier, Coverage.NONE)
                .knownAt(day.booksClose())
                .stretches(wait.from(), wait.until(), day.booksClose())
                .forEach(stretch -> ledger.accept(of(supplier, stretch))));
    }

    private Wait wait(Inquiry inquiry) {
        var within = policies.version(inquiry.policyVersion()).replyWithin();
        return new Wait(inquiry.receivedAt(), inquiry.receivedAt().plus(within));
    }

    private static LedgerEntry of(Outage outage) {
        return LedgerEntry.of(
                "OUTAGE",
                null,
                "outage",
                outage.id(),
                "from",
                outage.from(),
                "until",
                outage.until(),
                "declaredAt",
                outage.declaredAt(),
                "consentedAt",
                outage.consentedAt());
    }

    private static LedgerEntry of(SupplierId supplier, Stretch stretch) {
        return LedgerEntry.of(
                "COVERAGE",
                null,
                "supplier",
                supplier,
                "from",
                stretch.from(),
                "until",
                stretch.until(),
                "state",
                stretch.state(),
                "readAt",
                stretch.readAt(),
                "toldAt",
                stretch.toldAt());
    }
}
