package io.hourglass.mailbox.coverage;

/** What a fact about a mailbox says. */
public enum CoverageKind {
    /** From then on the supplier's replies are looked for in its mailbox. */
    CONNECTED,
    /** From then on they are not, by the supplier's own doing. */
    DISCONNECTED,
    /** The supplier was told that its password or grant no longer work. */
    TOLD_OF_REFUSAL,
    /** They work again. */
    WORKS_AGAIN,
    /** What arrived from one instant to the other was read in time. Where it goes on so, the fact's end is moved on. */
    READ,
    /** The same was read later than is allowed. */
    READ_LATER;

    /** Whether it says something of a time, and not of an instant. */
    public boolean isSpan() {
        return this == READ || this == READ_LATER;
    }
}
