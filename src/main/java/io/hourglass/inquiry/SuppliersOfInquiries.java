package io.hourglass.inquiry;

import io.hourglass.kernel.SupplierId;
import io.hourglass.market.Suppliers;
import io.hourglass.market.Suppliers.Supplier;
import io.hourglass.rate.RatedSuppliers;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells the rate which suppliers there are: those that ever got an inquiry. */
@Component
class SuppliersOfInquiries implements RatedSuppliers {

    private final Suppliers suppliers;

    SuppliersOfInquiries(Suppliers suppliers) {
        this.suppliers = suppliers;
    }

    @Override
    public boolean isKnown(SupplierId supplier) {
        return suppliers.isKnown(supplier);
    }

    @Override
    public List<RatedSupplier> all() {
        return rated(suppliers.all());
    }

    @Override
    public List<RatedSupplier> some(long skip, int most) {
        return rated(suppliers.some(skip, most));
    }

    private static List<RatedSupplier> rated(List<Supplier> some) {
        return some.stream()
                .map(supplier -> new RatedSupplier(supplier.id(), supplier.name()))
                .toList();
    }
}
