package io.hourglass.portal.alternatives;

/** The address leads to no page: it is none of ours, or no longer one. */
class NoSuchLink extends RuntimeException {

    private final boolean expired;

    NoSuchLink(boolean expired) {
        super(expired ? "the link has expired" : "no such link");
        this.expired = expired;
    }

    boolean isExpired() {
        return expired;
    }
}
