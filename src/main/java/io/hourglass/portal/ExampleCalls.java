package io.hourglass.portal;

import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.rate.NumberDrillDown;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what the example calls for developers are about. */
@Component
class ExampleCalls {

    private static final int LOOKED_AT = 20;

    private final SupplierRows suppliers;
    private final NumberDrillDown drillDown;

    ExampleCalls(SupplierRows suppliers, NumberDrillDown drillDown) {
        this.suppliers = suppliers;
        this.drillDown = drillDown;
    }

    /**
     * What the example calls are about.
     *
     * @param inquiry one under the supplier's number of that date; null if there is none
     */
    record Example(String supplier, @Nullable String inquiry, @Nullable LocalDate on) {}

    /** Of a supplier that has a number, if there is one; null while there is no supplier. */
    @Nullable
    Example find() {
        var on = suppliers.latestNumbers();
        var rows = suppliers.called("", on, new PageQuery(0, LOOKED_AT)).items();
        return rows.isEmpty() ? null : about(rows, on);
    }

    private Example about(List<Row> rows, @Nullable LocalDate on) {
        var shown = rows.stream().filter(row -> row.rate() != null).findFirst();
        var supplier = shown.orElse(rows.get(0)).id();
        return new Example(
                supplier,
                shown.isPresent() ? underNumber(new SupplierId(supplier), on) : null,
                shown.isPresent() ? on : null);
    }

    private String underNumber(SupplierId supplier, @Nullable LocalDate on) {
        var under = drillDown.behind(supplier.subject(), on, null, null, new PageQuery(0, 1));
        return under.entries().items().get(0).id().value();
    }
}
