package io.hourglass.rate.standing;

import io.hourglass.kernel.SupplierId;
import java.time.Instant;
import java.util.Set;

/** What suppliers have chosen; who has never chosen is shown. */
public interface DisplayChoices {

    /** @param number how often the supplier has chosen so far; 0: never */
    record Choice(int number, boolean shown) {}

    Choice latest(SupplierId supplier);

    Set<SupplierId> hidden();

    /**
     * @param choice numbered one more than the latest, on whose strength it was made
     * @throws org.springframework.dao.DuplicateKeyException if the same supplier has chosen elsewhere since
     */
    void add(SupplierId supplier, Choice choice, Instant at);
}
