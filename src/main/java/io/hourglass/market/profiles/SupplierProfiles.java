package io.hourglass.market.profiles;

import io.hourglass.kernel.ids.SupplierId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the marketplace says of suppliers, and who is found by it. */
public interface SupplierProfiles {

    /** Replaces what was said before. The supplier must be known. */
    void put(SupplierId supplier, SupplierProfile profile);

    /** The rest of what was said stays. The supplier must be known. */
    void suspend(SupplierId supplier, boolean suspended);

    /** Ordered by id. */
    List<SupplierId> suspended();

    /** One that is not known is absent. */
    Map<SupplierId, SupplierProfile> of(Collection<SupplierId> suppliers);

    /** The same, for many: without reading the rest of what is said of them. */
    Map<SupplierId, Availability> availabilityOf(Collection<SupplierId> suppliers);

    /** Holds the suppliers until the transaction ends, in the order of their ids. */
    void lock(Collection<SupplierId> suppliers);

    /** Who deals in the category or in one below it, ordered by id. */
    List<SupplierId> dealingIn(String category);

    /**
     * Whose products have a word.
     *
     * @param atMost a word that more suppliers have than this says little, and is absent like one of no supplier
     */
    Map<String, List<SupplierId>> withProducts(Set<String> words, int atMost);

    /** Every category that a supplier declares, those above included, in their order. */
    List<String> categories();
}
