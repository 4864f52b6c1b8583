package io.hourglass.portal;

import io.hourglass.kernel.SupplierId;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.rate.NumberDrillDown;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what the example calls of the start page are about. */
@Component
class ExampleCalls {

    private final NumberDrillDown drillDown;
    private final SampleBuyer sample;

    ExampleCalls(NumberDrillDown drillDown, SampleBuyer sample) {
        this.drillDown = drillDown;
        this.sample = sample;
    }

    /**
     * What the example calls are about.
     *
     * @param inquiry one under the supplier's number of that date; null if there is none
     * @param buyersPage the token of a buyer's page; of the sample marketplace only, else null
     */
    record Example(String supplier, @Nullable String inquiry, @Nullable LocalDate on, @Nullable String buyersPage) {}

    /** Of a supplier that has a number, if there is one. */
    Example about(List<Row> rows, @Nullable LocalDate on) {
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
