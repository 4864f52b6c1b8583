package io.hourglass.rate;

import io.hourglass.audit.entries.EntryNames;
import io.hourglass.audit.entries.LedgerEntry;
import io.hourglass.audit.entries.LedgerSource;
import io.hourglass.audit.seals.SealedDay;
import io.hourglass.rate.numbers.PublishedNumber;
import io.hourglass.rate.numbers.PublishedNumbers;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Tells the ledger the numbers that a day completed, as they were first published. */
@Component
class NumbersInLedger implements LedgerSource {

    private final PublishedNumbers numbers;

    NumbersInLedger(PublishedNumbers numbers) {
        this.numbers = numbers;
    }

    @Override
    public Part part() {
        return Part.NUMBERS;
    }

    @Override
    public void tell(SealedDay day, Consumer<LedgerEntry> ledger) {
        var on = day.publishedOn();
        if (on != null) {
            numbers.firstOn(day.track(), on).stream().map(NumbersInLedger::of).forEach(ledger);
        }
    }

    static LedgerEntry of(PublishedNumber number) {
        var names = EntryNames.of(number.subject().track());
        return LedgerEntry.of(
                "NUMBER",
                null,
                "track",
                names.track(),
                names.subject(),
                number.subject(),
                "publishedOn",
                number.publishedOn(),
                "revision",
                number.revision(),
                "windowFrom",
                number.windowFrom(),
                "windowTo",
                number.windowTo(),
                "timely",
                number.timely(),
                "countable",
                number.countable(),
                "publishedAt",
                number.publishedAt());
    }
}
