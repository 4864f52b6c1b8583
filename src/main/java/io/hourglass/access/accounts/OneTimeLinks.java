package io.hourglass.access.accounts;

import java.time.Instant;
import java.util.Optional;

/** The one-time links to a new password: of each account the last one. */
public interface OneTimeLinks {

    /**
     * A link that was handed out.
     *
     * @param tokenHash SHA-256 of its token, in hexadecimal digits
     * @param person who stands behind the account that handed it out
     * @param expiresAt from then on it opens nothing
     */
    record Link(String account, String tokenHash, String person, Instant expiresAt) {}

    /** Replaces the account's link. */
    void put(Link link);

    Optional<Link> find(String tokenHash);

    /** @return whether it was there: of two at once one gets true */
    boolean remove(Link link);
}
