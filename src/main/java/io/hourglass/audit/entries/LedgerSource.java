package io.hourglass.audit.entries;

import io.hourglass.audit.seals.SealedDay;
import java.util.function.Consumer;

/** Tells the entries of a sealed day. Implemented by the modules that keep them. */
public interface LedgerSource {

    /** In this order the parts of a day follow each other. */
    enum Part {
        CASES,
        VERDICTS,
        NUMBERS
    }

    Part part();

    /** All entries of the day, the same in the same order for ever. */
    void tell(SealedDay day, Consumer<LedgerEntry> ledger);
}
