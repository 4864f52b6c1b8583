package io.hourglass.market;

import io.hourglass.kernel.SupplierId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The suppliers that Hourglass has met. */
public interface Suppliers {

    /** Notes a supplier at its first inquiry; one that is known already stays as it is. */
    void met(SupplierId supplier, Instant at);

    default boolean isKnown(SupplierId supplier) {
        return !known(List.of(supplier)).isEmpty();
    }

    /** Those of the given suppliers that Hourglass has met. */
    Collection<SupplierId> known(Collection<SupplierId> suppliers);

    /** Ordered by id. */
    List<Supplier> all();

    /** @param name null until the marketplace has given one */
    record Supplier(SupplierId id, @Nullable String name, Instant firstSeenAt) {}
}
