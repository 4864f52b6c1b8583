package io.hourglass.rate.standing;

import io.hourglass.kernel.SupplierId;
import java.time.Instant;
import java.util.Set;

/** What suppliers have chosen; who has never chosen is shown. */
public interface DisplayChoices {

    boolean isShown(SupplierId supplier);

    Set<SupplierId> hidden();

    /** @throws org.springframework.dao.DuplicateKeyException if the same supplier chooses elsewhere at this moment */
    void add(SupplierId supplier, boolean shown, Instant at);
}
