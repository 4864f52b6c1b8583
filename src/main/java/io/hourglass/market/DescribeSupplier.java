package io.hourglass.market;

import io.hourglass.audit.Actions;
import io.hourglass.group.Grouped;
import io.hourglass.kernel.SupplierId;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Takes in what the marketplace says of a supplier. One that Hourglass has not met yet is noted. */
@Component
public class DescribeSupplier {

    private final Suppliers suppliers;
    private final SupplierProfiles profiles;
    private final Actions actions;
    private final Clock clock;

    DescribeSupplier(Suppliers suppliers, SupplierProfiles profiles, Actions actions, Clock clock) {
        this.suppliers = suppliers;
        this.profiles = profiles;
        this.actions = actions;
        this.clock = clock;
    }

    public record Description(SupplierId supplier, SupplierProfile profile) {}

    /** Replaces what was said before. */
    @Grouped
    public SupplierProfile describe(Description description) {
        suppliers.met(description.supplier(), clock.instant());
        profiles.put(description.supplier(), description.profile());
        actions.note(
                "describe a supplier",
                description.supplier().value(),
                description.profile().suspended() ? "suspended" : "");
        return description.profile();
    }
}
