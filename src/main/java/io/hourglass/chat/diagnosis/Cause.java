package io.hourglass.chat.diagnosis;

/** Why consultations went unanswered (C17). {@link #ONE_ACCOUNT} says whose they are, the others why. */
public enum Cause {
    /** It opened when the account's work was over for that day, or on a day on which it does not work. */
    AFTER_HOURS,
    /** It opened in the last hour of the account's work. */
    LAST_HOUR_OF_SHIFT,
    /** It opened before the account's work began, and the account wrote to others on that day after that. */
    NO_HAND_OVER,
    /** It is of the account that at least half of the fall is due to (C16). */
    ONE_ACCOUNT,
    /** It opened among more within an hour than twice what the account has in its busy hours. */
    BURST,
    /** It opened when half of the shop's usual accounts were on duty, or fewer. */
    FEW_ON_DUTY,
    /** A transfer opened it, or the account handed it on, without an answer of its own (C8). */
    TRANSFER,
    /** The account blocked the buyer (C12). */
    BLOCKED;

    /** Whether it says why, and not whose. */
    boolean isReason() {
        return this != ONE_ACCOUNT;
    }
}
