package io.hourglass.portal;

import io.hourglass.inquiry.Inquiries;
import io.hourglass.inquiry.lists.BuyersServed;
import io.hourglass.inquiry.policy.Policies;
import io.hourglass.kernel.Track;
import io.hourglass.kernel.TrackDay;
import io.hourglass.kernel.time.ZonedFormat;
import io.hourglass.kernel.time.ZonedFormat.Shown;
import io.hourglass.rate.books.BookDay;
import io.hourglass.rate.books.BookDays;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what the start page says. */
@Component
class Overview {

    private static final int SUPPLIERS_SHOWN = 20;
    private static final int DAYS_LOOKED_AT = 60;

    private final Inquiries inquiries;
    private final BookDays days;
    private final SupplierRows suppliers;
    private final ExampleCalls examples;
    private final BuyersServed served;
    private final Policies policies;
    private final Clock clock;

    Overview(
            Inquiries inquiries,
            BookDays days,
            SupplierRows suppliers,
            ExampleCalls examples,
            BuyersServed served,
            Policies policies,
            Clock clock) {
        this.inquiries = inquiries;
        this.days = days;
        this.suppliers = suppliers;
        this.examples = examples;
        this.served = served;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * @param settledTo the last day whose books are closed; null if there is none
     * @param nextClose null while the books are empty
     * @param publishedOn the date of the latest numbers; null while there are none
     */
    record Here(
            long inquiries,
            int suppliers,
            @Nullable LocalDate settledTo,
            @Nullable Shown nextClose,
            @Nullable LocalDate publishedOn,
            BuyersServed.Figure served,
            Shown asOf,
            List<Row> rows,
            ExampleCalls.@Nullable Example example) {}

    @Transactional(readOnly = true)
    public Here now() {
        var latest = days.latest(Track.INQUIRY, DAYS_LOOKED_AT);
        var on = latest.stream()
                .flatMap(day -> Optional.ofNullable(day.publishedOn()).stream())
                .findFirst()
                .orElse(null);
        var rows = suppliers.first(SUPPLIERS_SHOWN, on);
        return new Here(
                inquiries.count(),
                suppliers.count(),
                lastSettled(latest),
                nextClose(),
                on,
                served.of(null),
                new ZonedFormat(policies.zone()).shown(clock.instant()),
                rows,
                rows.isEmpty() ? null : examples.about(rows, on));
    }

    private static @Nullable LocalDate lastSettled(List<BookDay> latest) {
        return latest.stream()
                .filter(BookDay::settled)
                .map(BookDay::day)
                .findFirst()
                .orElse(null);
    }

    private @Nullable Shown nextClose() {
        return days.firstUnsettled(Track.INQUIRY)
                .flatMap(day -> days.find(TrackDay.ofInquiries(day)))
                .map(day -> new ZonedFormat(policies.zone()).shown(day.closesAt()))
                .orElse(null);
    }
}
