package io.hourglass.market;

import io.hourglass.kernel.BuyerId;
import java.util.Collection;
import java.util.Map;

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

    /** @return whether it had a name */
    boolean forget(BuyerId buyer);
}
