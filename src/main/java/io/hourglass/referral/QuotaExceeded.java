package io.hourglass.referral;

import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.ids.SupplierId;
import java.util.Set;

/** Suppliers were picked that have gained as many inquiries through referrals as the rules allow at present. */
public class QuotaExceeded extends InvalidInput {

    private final Set<SupplierId> suppliers;

    QuotaExceeded(Set<SupplierId> suppliers) {
        super("suppliers", suppliers, "others: these take no more inquiries through referrals at present");
        this.suppliers = Set.copyOf(suppliers);
    }

    public Set<SupplierId> suppliers() {
        return suppliers;
    }
}
