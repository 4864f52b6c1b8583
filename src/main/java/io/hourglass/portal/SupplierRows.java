package io.hourglass.portal;

import io.hourglass.inquiry.policy.Policies;
import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.lists.ListPage;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.market.Suppliers;
import io.hourglass.market.Suppliers.Supplier;
import io.hourglass.rate.books.BookDays;
import io.hourglass.rate.numbers.Publications;
import io.hourglass.rate.provisional.ProvisionalFigures;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Suppliers with their published and their provisional number, a row each. */
@Component
class SupplierRows {

    private final Suppliers suppliers;
    private final Publications publications;
    private final ProvisionalFigures figures;
    private final BookDays days;
    private final Policies policies;
    private final Clock clock;

    SupplierRows(
            Suppliers suppliers,
            Publications publications,
            ProvisionalFigures figures,
            BookDays days,
            Policies policies,
            Clock clock) {
        this.suppliers = suppliers;
        this.publications = publications;
        this.figures = figures;
        this.days = days;
        this.policies = policies;
        this.clock = clock;
    }

    /** The date of the latest numbers; null while there are none. */
    @Nullable
    LocalDate latestNumbers() {
        return days.latestPublication(Track.INQUIRY, policies.dayOf(clock.instant()))
                .orElse(null);
    }

    /**
     * @param words see {@link Suppliers#called}
     * @param on the date of the published numbers; null for none
     */
    ListPage<Row> called(String words, @Nullable LocalDate on, PageQuery page) {
        return page.from((offset, limit) -> suppliers.called(words, offset, limit))
                .map(found -> found.stream().map(one -> row(one, on)).toList());
    }

    private Row row(Supplier supplier, @Nullable LocalDate on) {
        return Row.of(
                supplier,
                publications.find(supplier.id().subject(), on),
                figures.of(supplier.id().subject()));
    }
}
