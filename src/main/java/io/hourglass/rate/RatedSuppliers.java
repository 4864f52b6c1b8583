package io.hourglass.rate;

import io.hourglass.kernel.SupplierId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whose numbers there are to ask for. Implemented by a module that knows the market. */
public interface RatedSuppliers {

    boolean isKnown(SupplierId supplier);

    /** Ordered by id. */
    List<RatedSupplier> all();

    /**
     * Ordered by id as the database orders text.
     *
     * @param skip how many to leave out at the top
     * @param most how many to give at the most
     */
    List<RatedSupplier> some(long skip, int most);

    /** @param name null until the marketplace has given one */
    record RatedSupplier(SupplierId id, @Nullable String name) {}
}
