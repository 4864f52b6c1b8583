package io.hourglass.portal.alternatives;

import io.hourglass.kernel.ids.SupplierId;
import java.util.Set;

/** What the buyer sent was not done, and nothing has been changed. */
class DecisionRefused extends RuntimeException {

    private final Mistake mistake;
    private final Set<SupplierId> suppliers;

    DecisionRefused(Mistake mistake) {
        this(mistake, Set.of());
    }

    /** @param suppliers whom the mistake is about; empty if it is about none in particular */
    DecisionRefused(Mistake mistake, Set<SupplierId> suppliers) {
        super(mistake.name());
        this.mistake = mistake;
        this.suppliers = Set.copyOf(suppliers);
    }

    Mistake mistake() {
        return mistake;
    }

    boolean isAbout(String supplier) {
        return suppliers.stream().anyMatch(one -> one.value().equals(supplier));
    }
}
