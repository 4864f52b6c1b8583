package io.hourglass.inquiry.judging;

/** Why a fact that is kept has no effect. It compares when things occurred, never when they arrived. */
public enum Refusal {
    /** What happens to a follow-up, but for replies, is without effect: it is no inquiry. */
    FOLLOW_UP("a follow-up of another inquiry"),
    BEFORE_RECEIPT("dated before the inquiry's receipt"),
    WINDOW_CLOSED("window closed"),
    /** The buyer can withdraw an inquiry before its reply deadline alone. */
    DEADLINE_PASSED("deadline passed"),
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
