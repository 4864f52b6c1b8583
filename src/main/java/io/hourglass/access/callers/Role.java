package io.hourglass.access.callers;

/** The role of a caller in the marketplace. */
public enum Role implements Authority {
    /** Runs it: sees everything but buyers' links, and sets the rules. */
    OPERATIONS,
    /** Sees what operations sees, decides disputes, and changes nothing else. */
    AUDITOR,
    /** Acts for one supplier, on that supplier's inquiries. */
    SUPPLIER,
    /** Is one buyer, with its own inquiries. */
    BUYER,
    /** A system of the marketplace: does what its scopes allow, for any party. */
    INTEGRATION;

    /** Whether it is for one supplier or one buyer, and that one's inquiries alone. */
    public boolean isParty() {
        return this == SUPPLIER || this == BUYER;
    }

    @Override
    public String authority() {
        return "ROLE_" + name();
    }
}
