package io.hourglass.audit.actions;

import io.hourglass.audit.entries.LedgerEntry;
import io.hourglass.audit.entries.LedgerRecords;
import org.springframework.stereotype.Component;

/** What people do that is no fact about an inquiry: each leaves a record in the ledger, in the transaction that does it. */
@Component
public class Actions {

    static final String KIND = "ACTION";
    private static final String ITSELF = "hourglass";

    private final LedgerRecords records;
    private final CurrentActor who;

    Actions(LedgerRecords records, CurrentActor who) {
        this.records = records;
        this.who = who;
    }

    /**
     * The ledger shows a pseudonym of the caller.
     *
     * @param about the id of what it was done to; never a person's
     * @param details up to a few thousand characters, without names
     */
    public void note(Action action, String about, String details) {
        noteOf(ITSELF, action, about, details);
    }

    /** The same; without an authenticated caller the actor is this person. */
    public void noteOf(String person, Action action, String about, String details) {
        records.note(LedgerEntry.of(
                KIND, who.acts().orElse(person), "action", action.inLedger(), "about", about, "details", details));
    }
}
