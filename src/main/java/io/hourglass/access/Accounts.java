package io.hourglass.access;

import java.util.List;
import java.util.Optional;

/** The accounts that operations has made. */
public interface Accounts {

    Optional<Account> find(String name);

    /** Ordered by name. */
    List<Account> all();

    /** Makes or replaces it. */
    void put(Account account);

    /** @return whether there was one */
    boolean remove(String name);
}
