package io.hourglass.mailing.kinds;

import io.hourglass.access.callers.Role;

/** Whom an event concerns. */
public enum Audience {
    /** Those who act for the supplier, or the shop, that it is about. */
    SUPPLIER(Role.SUPPLIER),
    /** The buyer of the inquiry. */
    BUYER(Role.BUYER),
    AUDITORS(Role.AUDITOR),
    OPERATIONS(Role.OPERATIONS);

    private final Role role;

    Audience(Role role) {
        this.role = role;
    }

    public Role role() {
        return role;
    }
}
