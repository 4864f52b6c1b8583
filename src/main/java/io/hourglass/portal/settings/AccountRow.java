package io.hourglass.portal.settings;

import io.hourglass.access.accounts.Account;
import io.hourglass.access.accounts.KeptAccount;
import io.hourglass.access.accounts.Makers;
import io.hourglass.access.callers.Caller;
import io.hourglass.access.callers.Role;
import io.hourglass.portal.names.PartyNames.Called;
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

    /** The supplier that it acts for; null of any other. */
    public @Nullable String supplier() {
        return role() == Role.SUPPLIER ? party() : null;
    }

    /** The buyer that it acts for; null of any other. */
    public @Nullable String buyer() {
        return role() == Role.BUYER ? party() : null;
    }

    /** What the party that it acts for is called; null if it acts for none. */
    @Nullable
    String calledIn(Called names) {
        return role() == Role.SUPPLIER ? names.supplierOrNone(supplier()) : names.buyerOrNone(buyer());
    }

    /** Its words are {@code settings.accounts.} and this; one that was merged is closed. */
    String state() {
        return fixed ? "fixed" : kept.isOpen() ? "open" : "closed";
    }

    public @Nullable Instant signedInAt() {
        return kept.signedInAt();
    }
}
