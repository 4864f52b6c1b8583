package io.hourglass.access.accounts;

import io.hourglass.kernel.NotFound;

/** An account that is kept, and that nobody can sign in with: nothing is done to it but that it is reopened. */
public class AccountClosed extends NotFound {

    AccountClosed(String name) {
        super("account_closed", "account", name);
    }

    /** Why there is no account of that name that can be signed in with. */
    public static NotFound orNone(Accounts accounts, String name) {
        return accounts.kept(name).isPresent() ? new AccountClosed(name) : new NotFound("account", name);
    }
}
