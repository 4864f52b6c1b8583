package io.hourglass.sla;

/** Why a fact that is kept has no effect. It compares when things occurred, never when they arrived. */
public enum Refusal {
    BEFORE_RECEIPT("dated before the inquiry's receipt"),
    WINDOW_CLOSED("window closed"),
    ALREADY_ANSWERED("already answered"),
    NOT_ON_OFFER("no alternatives on offer");

    private final String reason;

    Refusal(String reason) {
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
