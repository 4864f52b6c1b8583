package io.hourglass.inquiry.lists;

import io.hourglass.inquiry.policy.Policies;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.ids.Track;
import io.hourglass.rate.books.BookDays;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The days that a list of a supplier covers, parted where the books are open. */
@Component
class ListedDays {

    private final BookDays books;
    private final Policies policies;
    private final Clock clock;

    ListedDays(BookDays books, Policies policies, Clock clock) {
        this.books = books;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * Both ends are included.
     *
     * @param firstOpen from which on the books are open; after the last day if they are closed for all
     */
    record Parted(LocalDate first, LocalDate firstOpen, LocalDate last) {

        LocalDate lastSettled() {
            return firstOpen.minusDays(1);
        }

        boolean hasSettled() {
            return firstOpen.isAfter(first);
        }

        boolean hasOpen() {
            return !firstOpen.isAfter(last);
        }
    }

    /** @throws InvalidInput if the days are in the wrong order, or more than 366 */
    Parted of(@Nullable LocalDate from, @Nullable LocalDate to) {
        var days = ReceiptDays.of(from, to, SupplierCases.USUAL_DAYS, policies.dayOf(clock.instant()));
        return new Parted(days.first(), books.firstOpen(Track.INQUIRY, days.first(), days.last()), days.last());
    }
}
