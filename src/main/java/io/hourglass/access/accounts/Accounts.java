package io.hourglass.access.accounts;

import io.hourglass.kernel.BuyerId;
import java.util.List;
import java.util.Optional;

/** The accounts that operations has made. */
public interface Accounts {

    Optional<Account> find(String name);

    /** Ordered by name. */
    List<Account> all();

    /** Makes or replaces it. */
    void put(Account account);

    /** The names of those that act for the buyer. */
    List<String> of(BuyerId buyer);

    /** @return whether there was one */
    boolean remove(String name);
}
