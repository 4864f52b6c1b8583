package io.hourglass.inquiry.books;

import io.hourglass.audit.entries.LedgerRecords;
import io.hourglass.evidence.FactIntake;
import io.hourglass.evidence.StoredFact;
import io.hourglass.evidence.details.FactText;
import io.hourglass.inquiry.Inquiry;
import io.hourglass.inquiry.policy.Deadlines;
import org.springframework.stereotype.Component;

/**
 * Keeps what is learned about inquiries, and notes for the ledger what comes after the books of its day have closed: that day's
 * seal cannot hold it.
 */
@Component
public class AfterTheBooks {

    private final FactIntake intake;
    private final LedgerRecords ledger;

    AfterTheBooks(FactIntake intake, LedgerRecords ledger) {
        this.intake = intake;
        this.ledger = ledger;
    }

    public void note(Inquiry inquiry, Deadlines clocks) {
        if (inquiry.recordedAt().isAfter(clocks.booksClose())) {
            ledger.note(InquiryEntries.of(inquiry));
        }
    }

    /** Takes the fact in. */
    public void take(StoredFact stored, FactText text, Deadlines clocks) {
        intake.take(stored, text);
        if (stored.fact().recordedAt().isAfter(clocks.booksClose())) {
            ledger.note(InquiryEntries.of(stored));
        }
    }
}
