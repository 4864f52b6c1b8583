package io.hourglass.mailbox.grants;

/** Consent that was asked for led to no grant. */
public class NoConsent extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Why {
        /** The person said no. */
        DENIED,
        /** The provider is configured no more. */
        NOT_CONFIGURED,
        /** The provider refuses it, for a reason that operations can mend, if anybody can. */
        REFUSED,
        /** The provider cannot be reached, or its answer cannot be read. */
        NO_ANSWER,
        /** There is access for an hour, but nothing by which it would go on. */
        ENDS_SOON
    }

    private final Why why;

    /** @param code the provider's own, if it is one of the standard; else empty */
    NoConsent(Why why, String code) {
        super(code);
        this.why = why;
    }

    public Why why() {
        return why;
    }

    /** The provider's own code; empty if there is none. */
    public String code() {
        return String.valueOf(getMessage());
    }
}
