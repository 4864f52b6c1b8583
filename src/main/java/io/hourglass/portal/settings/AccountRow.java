package io.hourglass.portal.settings;

import io.hourglass.access.Caller;
import io.hourglass.access.Role;
import io.hourglass.access.accounts.Account;
import io.hourglass.access.accounts.KeptAccount;
import io.hourglass.access.accounts.Makers;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account, as a row of the list.
 *
 * @param fixed whether the configuration has it, so that it cannot be changed here
 * @param mayChange whether the reader may
 */
record AccountRow(KeptAccount kept, boolean fixed, boolean mayChange) {

    static AccountRow of(KeptAccount kept, Caller reader) {
        return new AccountRow(kept, false, Makers.mayMake(kept.account().role(), reader));
    }

    static AccountRow fixed(Account account) {
        return new AccountRow(new KeptAccount(account, null, null, null), true, false);
    }

    public String name() {
        return kept.name();
    }

    public Role role() {
        return kept.account().role();
    }

    public @Nullable String party() {
        return kept.account().party();
    }

    public @Nullable Instant signedInAt() {
        return kept.signedInAt();
    }
}
