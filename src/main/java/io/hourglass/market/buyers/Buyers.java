package io.hourglass.market.buyers;

import io.hourglass.kernel.ids.BuyerId;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the marketplace calls its buyers: a name for display, which decides nothing (ADR 60). */
public interface Buyers {

    /**
     * Replaces the name before.
     *
     * @throws io.hourglass.kernel.InvalidInput if the buyer has no name yet, and its id is none for new ones
     */
    void put(BuyerId buyer, String name);

    /** One without a name is absent. */
    Map<BuyerId, String> named(Collection<BuyerId> buyers);

    /**
     * Those that are called so, each with all of its terms: those of its id and its name; in no order.
     *
     * @param words of {@link io.hourglass.kernel.text.SearchTerms}, all of which it must have
     * @param among null for any
     * @param limit how many to give at the most
     */
    Map<BuyerId, String> termsWith(Collection<String> words, @Nullable Collection<BuyerId> among, int limit);

    /** @return whether it had a name */
    boolean forget(BuyerId buyer);
}
