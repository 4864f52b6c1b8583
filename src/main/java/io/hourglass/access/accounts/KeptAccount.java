package io.hourglass.access.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account as operations see it, closed ones included.
 *
 * @param signedInAt when somebody last signed in with it on the login page; null if not known
 * @param closedAt null while it can be signed in with
 * @param mergedInto the account of the same person that goes on; null of one that was not merged
 */
public record KeptAccount(
        Account account, @Nullable Instant signedInAt, @Nullable Instant closedAt, @Nullable String mergedInto) {

    public String name() {
        return account.name();
    }

    public boolean isOpen() {
        return closedAt == null;
    }
}
