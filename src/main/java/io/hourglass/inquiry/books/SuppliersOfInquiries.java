package io.hourglass.inquiry.books;

import io.hourglass.kernel.ids.Subject;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.market.Suppliers;
import io.hourglass.rate.books.RatedSubjects;
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
    public List<Subject> all() {
        return suppliers.all().stream().map(supplier -> supplier.id().subject()).toList();
    }
}
