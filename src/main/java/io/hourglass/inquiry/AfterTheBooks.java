package io.hourglass.inquiry;

import io.hourglass.audit.LedgerRecords;
import io.hourglass.evidence.StoredFact;
import io.hourglass.sla.Clocks;
import org.springframework.stereotype.Component;

/** Notes for the ledger what is learned of after the books of its day have closed: that day's seal cannot hold it. */
@Component
class AfterTheBooks {

    private final LedgerRecords ledger;

    AfterTheBooks(LedgerRecords ledger) {
        this.ledger = ledger;
    }

    void note(Inquiry inquiry, Clocks clocks) {
        if (inquiry.recordedAt().isAfter(clocks.booksClose())) {
            ledger.note(InquiryEntries.of(inquiry));
        }
    }

    void note(StoredFact stored, Clocks clocks) {
        if (stored.fact().recordedAt().isAfter(clocks.booksClose())) {
            ledger.note(InquiryEntries.of(stored));
        }
    }
}
