package io.hourglass.inquiry;

import io.hourglass.kernel.Subject;
import io.hourglass.kernel.SupplierId;
import io.hourglass.kernel.Track;
import io.hourglass.market.Suppliers;
import io.hourglass.market.Suppliers.Supplier;
import io.hourglass.rate.RatedSubjects;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells the rate which suppliers there are: those that ever got an inquiry. */
@Component
class SuppliersOfInquiries implements RatedSubjects {

    private final Suppliers suppliers;

    SuppliersOfInquiries(Suppliers suppliers) {
        this.suppliers = suppliers;
    }

    @Override
    public Track track() {
        return Track.INQUIRY;
    }

    @Override
    public String kind() {
        return "supplier";
    }

    @Override
    public boolean haveStanding() {
        return true;
    }

    @Override
    public boolean isKnown(Subject supplier) {
        return suppliers.isKnown(new SupplierId(supplier.id()));
    }

    @Override
    public List<RatedSubject> all() {
        return rated(suppliers.all());
    }

    @Override
    public List<RatedSubject> some(long offset, int limit) {
        return rated(suppliers.some(offset, limit));
    }

    private static List<RatedSubject> rated(List<Supplier> some) {
        return some.stream()
                .map(supplier -> new RatedSubject(supplier.id().subject(), supplier.name()))
                .toList();
    }
}
