package io.hourglass.rate;

import io.hourglass.audit.LedgerEntry;
import io.hourglass.audit.LedgerSource;
import io.hourglass.audit.SealedDay;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Tells the ledger how the inquiries of a day were judged, and when and why that changed. */
@Component
class VerdictsInLedger implements LedgerSource {

    private final VerdictEntries entries;

    VerdictsInLedger(VerdictEntries entries) {
        this.entries = entries;
    }

    @Override
    public Part part() {
        return Part.VERDICTS;
    }

    @Override
    public void tell(SealedDay day, Consumer<LedgerEntry> ledger) {
        entries.receivedOn(day.day()).stream()
                .filter(VerdictEntry::inBooks)
                .map(VerdictsInLedger::of)
                .forEach(ledger);
    }

    static LedgerEntry of(VerdictEntry entry) {
        return LedgerEntry.of(
                "VERDICT",
                null,
                "inquiry",
                entry.inquiry(),
                "seq",
                entry.seq(),
                "supplier",
                entry.supplier(),
                "day",
                entry.day(),
                "state",
                entry.state(),
                "rule",
                entry.rule(),
                "decidingFact",
                entry.decidingFact(),
                "anchor",
                entry.anchor(),
                "policy",
                entry.policyVersion(),
                "cause",
                entry.cause().kind(),
                "causeRef",
                entry.cause().reference(),
                "bookedAt",
                entry.bookedAt());
    }
}
