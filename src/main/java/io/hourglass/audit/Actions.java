package io.hourglass.audit;

import org.springframework.stereotype.Component;

/** What people do to Hourglass itself: each leaves a record in the ledger. */
@Component
public class Actions {

    private final LedgerRecords records;

    Actions(LedgerRecords records) {
        this.records = records;
    }

    /**
     * In the caller's transaction.
     *
     * @param who by the id under which one acts; the ledger shows a pseudonym
     * @param action what was done, as a verb and its object
     * @param about the id of what it was done to; never a person's
     * @param details up to a few thousand characters, without names
     */
    public void note(String who, String action, String about, String details) {
        records.note(LedgerEntry.of("ACTION", who, "action", action, "about", about, "details", details));
    }
}
