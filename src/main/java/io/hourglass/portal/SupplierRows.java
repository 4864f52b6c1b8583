package io.hourglass.portal;

import io.hourglass.market.Suppliers;
import io.hourglass.market.Suppliers.Supplier;
import io.hourglass.rate.ProvisionalFigures;
import io.hourglass.rate.numbers.Publications;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Suppliers with their published and their provisional number, a row each. */
@Component
class SupplierRows {

    private final Suppliers suppliers;
    private final Publications publications;
    private final ProvisionalFigures figures;

    SupplierRows(Suppliers suppliers, Publications publications, ProvisionalFigures figures) {
        this.suppliers = suppliers;
        this.publications = publications;
        this.figures = figures;
    }

    int count() {
        return suppliers.count();
    }

    /** @param on the date of the published numbers; null for none */
    List<Row> first(int limit, @Nullable LocalDate on) {
        return suppliers.some(0, limit).stream().map(one -> row(one, on)).toList();
    }

    private Row row(Supplier supplier, @Nullable LocalDate on) {
        return Row.of(
                supplier,
                publications.find(supplier.id().subject(), on),
                figures.of(supplier.id().subject()));
    }
}
