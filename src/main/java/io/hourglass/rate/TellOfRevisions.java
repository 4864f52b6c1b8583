package io.hourglass.rate;

import io.hourglass.audit.entries.LedgerRecords;
import io.hourglass.rate.Restatement.Revised;
import io.hourglass.rate.numbers.TellOfNumbers;
import org.springframework.stereotype.Component;

/** Notes a further revision of a number in the ledger, and tells of it. */
@Component
class TellOfRevisions {

    private final LedgerRecords ledger;
    private final TellOfNumbers tell;

    TellOfRevisions(LedgerRecords ledger, TellOfNumbers tell) {
        this.ledger = ledger;
        this.tell = tell;
    }

    void tell(Revised revised) {
        ledger.note(NumbersInLedger.of(revised.after()));
        tell.restated(revised.after(), revised.timelyBefore(), revised.countableBefore());
    }
}
