package io.hourglass.access.callers;

/** What a system of the marketplace may do. */
public enum Scope implements Authority {
    /** Send inquiries and what happened to them. */
    SUBMIT,
    /** Read inquiries, numbers, standing and reports. */
    READ,
    /** Ask for, pick and decline alternatives in the name of buyers. */
    DECIDE,
    /** Read the notices to buyers, with the links that let anyone who has them act as the buyer. */
    TELL,
    /** Say what suppliers are, and whether they show their rate. */
    DESCRIBE,
    /** Read how the running program does, as Prometheus does. */
    WATCH;

    @Override
    public String authority() {
        return "SCOPE_" + name();
    }
}
