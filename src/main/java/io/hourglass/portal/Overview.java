package io.hourglass.portal;

import io.hourglass.inquiry.Inquiries;
import io.hourglass.inquiry.lists.BuyersServed;
import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.tracks.TrackDay;
import io.hourglass.market.Suppliers;
import io.hourglass.rate.books.BookDay;
import io.hourglass.rate.books.BookDays;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what is here, at a glance. */
@Component
class Overview {

    private static final int DAYS_LOOKED_AT = 60;

    private final Inquiries inquiries;
    private final Suppliers suppliers;
    private final BookDays days;
    private final BuyersServed served;
    private final SampleBuyer sample;
    private final Clock clock;

    Overview(
            Inquiries inquiries,
            Suppliers suppliers,
            BookDays days,
            BuyersServed served,
            SampleBuyer sample,
            Clock clock) {
        this.inquiries = inquiries;
        this.suppliers = suppliers;
        this.days = days;
        this.served = served;
        this.sample = sample;
        this.clock = clock;
    }

    /**
     * @param settledTo the last day whose books are closed; null if there is none
     * @param nextClose null while the books are empty
     * @param publishedOn the date of the latest numbers; null while there are none
     * @param buyersPage the token of a buyer's page; of the sample marketplace only, else null
     */
    record Here(
            long inquiries,
            int suppliers,
            @Nullable LocalDate settledTo,
            @Nullable Instant nextClose,
            @Nullable LocalDate publishedOn,
            BuyersServed.Figure served,
            @Nullable String buyersPage,
            Instant asOf) {}

    @Transactional(readOnly = true)
    public Here now() {
        var latest = days.latest(Track.INQUIRY, DAYS_LOOKED_AT);
        return new Here(
                inquiries.count(),
                suppliers.count(),
                lastSettled(latest),
                nextClose(),
                latest.stream()
                        .flatMap(day -> Optional.ofNullable(day.publishedOn()).stream())
                        .findFirst()
                        .orElse(null),
                served.of(null),
                sample.buyersPage().orElse(null),
                clock.instant());
    }

    private static @Nullable LocalDate lastSettled(List<BookDay> latest) {
        return latest.stream()
                .filter(BookDay::settled)
                .map(BookDay::day)
                .findFirst()
                .orElse(null);
    }

    private @Nullable Instant nextClose() {
        return days.firstUnsettled(Track.INQUIRY)
                .flatMap(day -> days.find(TrackDay.ofInquiries(day)))
                .map(BookDay::closesAt)
                .orElse(null);
    }
}
