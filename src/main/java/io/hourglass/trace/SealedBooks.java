package io.hourglass.trace;

import io.hourglass.audit.Ledger;
import io.hourglass.audit.seals.Seal;
import io.hourglass.kernel.tracks.TrackDay;
import io.hourglass.rate.numbers.PublicationDates;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a day of the books leads to. */
@Component
class SealedBooks {

    private final PublicationDates dates;
    private final Ledger ledger;

    SealedBooks(PublicationDates dates, Ledger ledger) {
        this.dates = dates;
        this.ledger = ledger;
    }

    /** The first and the last date whose published numbers cover the day. */
    PublicationDates.Window numbersOf(TrackDay day) {
        return dates.datesOf(day);
    }

    /** The seal that holds the day; null while its books are open. */
    @Nullable
    Seal sealOf(TrackDay day) {
        return ledger.find(day).orElse(null);
    }
}
