package io.hourglass.access.accounts;

import io.hourglass.access.callers.Role;
import io.hourglass.kernel.ids.BuyerId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The accounts that operations has made. */
public interface Accounts {

    /** One that can be signed in with. */
    Optional<Account> find(String name);

    /** Those that can be signed in with, ordered by name. */
    List<Account> all();

    /** Makes or replaces it. A one-time link to it opens nothing any more. */
    void put(Account account);

    /** The names of those that act for the buyer, closed ones included. */
    List<String> of(BuyerId buyer);

    /** Those in the role that can be signed in with and act for one of these suppliers, or are one of these buyers. */
    List<Account> actingFor(Role role, Collection<String> parties);

    /** Those in the role that can be signed in with, ordered by name. */
    List<Account> in(Role role);

    /** @return whether there was one */
    boolean remove(String name);

    /** Closed ones included. */
    Optional<KeptAccount> kept(String name);

    /** All, closed ones included, ordered by name. */
    List<KeptAccount> kept();

    /**
     * A one-time link to it opens nothing any more.
     *
     * @param mergedInto the account that goes on, also of all that were merged into this one; null for none
     */
    void close(String name, Instant at, @Nullable String mergedInto);

    /** It stands for itself again. */
    void reopen(String name);

    /** Ends its sessions. */
    void endSessions(String name);

    /** Notes that somebody signed in with it; of an account that is not kept here nothing. */
    void signedIn(String name, Instant at);
}
