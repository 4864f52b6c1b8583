package io.hourglass.access.accounts;

import io.hourglass.access.NotAllowed;
import io.hourglass.access.callers.Caller;
import io.hourglass.access.callers.Role;

/** Whose accounts who makes, changes and removes (ADR 35). */
public final class Makers {

    private Makers() {}

    /** Who decides what operations may not is made by its own kind, else operations could make it to decide for itself. */
    public static boolean mayMake(Role role, Caller maker) {
        return maker.is(role == Role.AUDITOR ? Role.AUDITOR : Role.OPERATIONS);
    }

    /** @throws NotAllowed if the maker may not make, change or remove accounts of the role */
    static void check(Role role, Caller maker) {
        if (!mayMake(role, maker)) {
            throw new NotAllowed(
                    role == Role.AUDITOR
                            ? "Accounts of auditors are made, changed and removed by auditors, the first by the configuration."
                            : "Auditors make, change and remove accounts of auditors alone.");
        }
    }
}
