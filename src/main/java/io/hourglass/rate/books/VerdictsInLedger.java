package io.hourglass.rate.books;

import io.hourglass.audit.entries.EntryNames;
import io.hourglass.audit.entries.LedgerEntry;
import io.hourglass.audit.entries.LedgerSource;
import io.hourglass.audit.seals.SealedDay;
import io.hourglass.kernel.lists.Parts;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Tells the ledger how the cases of a day were judged, and when and why that changed. */
@Component
public class VerdictsInLedger implements LedgerSource {

    private static final int PART = 5_000;

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
        Parts.of(entries.casesOn(day.trackDay()), PART)
                .flatMap(cases -> entries.receivedOn(day.trackDay(), cases).stream())
                .filter(VerdictEntry::inBooks)
                .map(VerdictsInLedger::of)
                .forEach(ledger);
    }

    public static LedgerEntry of(VerdictEntry entry) {
        var anchor = entry.anchor();
        var names = EntryNames.of(entry.subject().track());
        return LedgerEntry.of(
                "VERDICT",
                null,
                "track",
                names.track(),
                names.caseId(),
                entry.id().value(),
                "seq",
                entry.seq(),
                names.subject(),
                entry.subject(),
                "day",
                entry.day(),
                "state",
                entry.state().name(),
                "rule",
                entry.rule().name(),
                "decidingFact",
                entry.decidingFact(),
                "anchor",
                anchor == null ? null : anchor.value(),
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
