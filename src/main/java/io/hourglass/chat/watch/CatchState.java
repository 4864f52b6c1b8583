package io.hourglass.chat.watch;

/** Where a caught account stands. */
public enum CatchState {
    /** By a rule: what the buyer opens from when it was learned of is excluded. */
    CAUGHT,
    /** By people: what it opened from the instant of the catch on is excluded, on open days. */
    CONFIRMED,
    /** By people: on open days nothing is excluded, and the rule leaves the account alone for a while. */
    TAKEN_BACK;

    /** Whether it excludes what the buyer opens. */
    public boolean excludes() {
        return this != TAKEN_BACK;
    }
}
