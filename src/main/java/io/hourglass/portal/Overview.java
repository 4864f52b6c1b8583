package io.hourglass.portal;

import io.hourglass.inquiry.Inquiries;
import io.hourglass.inquiry.lists.BuyersServed;
import io.hourglass.kernel.SupplierId;
import io.hourglass.kernel.Track;
import io.hourglass.kernel.TrackDay;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.kernel.time.ZonedFormat;
import io.hourglass.kernel.time.ZonedFormat.Shown;
import io.hourglass.market.Suppliers;
import io.hourglass.market.Suppliers.Supplier;
import io.hourglass.rate.NumberDrillDown;
import io.hourglass.rate.ProvisionalFigures;
import io.hourglass.rate.books.BookDay;
import io.hourglass.rate.books.BookDays;
import io.hourglass.rate.numbers.Publications;
import io.hourglass.sla.Policies;
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
    private final Suppliers suppliers;
    private final BookDays days;
    private final Publications publications;
    private final NumberDrillDown drillDown;
    private final ProvisionalFigures figures;
    private final BuyersServed served;
    private final SampleBuyer sample;
    private final Policies policies;
    private final Clock clock;

    Overview(
            Inquiries inquiries,
            Suppliers suppliers,
            BookDays days,
            Publications publications,
            NumberDrillDown drillDown,
            ProvisionalFigures figures,
            BuyersServed served,
            SampleBuyer sample,
            Policies policies,
            Clock clock) {
        this.inquiries = inquiries;
        this.suppliers = suppliers;
        this.days = days;
        this.publications = publications;
        this.drillDown = drillDown;
        this.figures = figures;
        this.served = served;
        this.sample = sample;
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
            @Nullable Example example) {}

    /**
     * What the example calls are about.
     *
     * @param inquiry one under the supplier's number of that date; null if there is none
     * @param buyersPage the token of a buyer's page; of the sample marketplace only, else null
     */
    record Example(String supplier, @Nullable String inquiry, @Nullable LocalDate on, @Nullable String buyersPage) {}

    @Transactional(readOnly = true)
    public Here now() {
        var latest = days.latest(Track.INQUIRY, DAYS_LOOKED_AT);
        var on = latest.stream()
                .flatMap(day -> Optional.ofNullable(day.publishedOn()).stream())
                .findFirst()
                .orElse(null);
        var rows = suppliers.some(0, SUPPLIERS_SHOWN).stream()
                .map(one -> row(one, on))
                .toList();
        return new Here(
                inquiries.count(),
                suppliers.count(),
                lastSettled(latest),
                nextClose(),
                on,
                served.of(null),
                new ZonedFormat(policies.zone()).shown(clock.instant()),
                rows,
                rows.isEmpty() ? null : example(rows, on));
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

    private Row row(Supplier supplier, @Nullable LocalDate on) {
        return Row.of(
                supplier,
                publications.find(supplier.id().subject(), on),
                figures.of(supplier.id().subject()));
    }

    /** Of a supplier that has a number, if there is one. */
    private Example example(List<Row> rows, @Nullable LocalDate on) {
        var shown = rows.stream().filter(row -> row.rate() != null).findFirst();
        var supplier = shown.orElse(rows.get(0)).id();
        return new Example(
                supplier,
                shown.isPresent() ? underNumber(new SupplierId(supplier), on) : null,
                shown.isPresent() ? on : null,
                sample.buyersPage().orElse(null));
    }

    private String underNumber(SupplierId supplier, @Nullable LocalDate on) {
        var under = drillDown.behind(supplier.subject(), on, null, null, new PageQuery(0, 1));
        return under.entries().items().get(0).id().value();
    }
}
