package io.hourglass.market;

import io.hourglass.kernel.ids.SupplierId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The suppliers that Hourglass has met. */
public interface Suppliers {

    /**
     * Notes a supplier at its first inquiry; one that is known already stays as it is.
     *
     * @throws io.hourglass.kernel.InvalidInput if it is new and its id is none for new ones
     */
    void met(SupplierId supplier, Instant at);

    default boolean isKnown(SupplierId supplier) {
        return !known(List.of(supplier)).isEmpty();
    }

    Optional<Supplier> find(SupplierId supplier);

    /** Those of the given suppliers that Hourglass has met. */
    Collection<SupplierId> known(Collection<SupplierId> suppliers);

    /** Ordered by id. */
    List<Supplier> all();

    int count();

    /**
     * Ordered by id as the database orders text.
     *
     * @param offset how many to leave out at the top
     * @param limit how many to give at the most
     */
    List<Supplier> some(long offset, int limit);

    /**
     * Those in whose name, company or id words begin with all that were typed, in any case (ADR 55); ordered by name, or id where
     * they have none, then by id.
     *
     * @param typed empty for all; what has no word finds none
     * @param offset how many to leave out at the top
     * @param limit how many to give at the most
     */
    List<Supplier> called(String typed, long offset, int limit);

    /** The same, those that were met last first. */
    List<Supplier> latestCalled(String typed, long offset, int limit);

    /**
     * The ids of those that are called so, each with all of its terms; in no order.
     *
     * @param word of {@link io.hourglass.kernel.text.SearchTerms}
     * @param only null for any
     * @param limit how many to give at the most
     */
    Map<SupplierId, String> termsWith(String word, @Nullable SupplierId only, int limit);

    /** @param name null until the marketplace has given one */
    record Supplier(SupplierId id, @Nullable String name, Instant firstSeenAt) {}
}
