package io.hourglass.diagnosis;

/** The attributes by which a supplier's inquiries are grouped. */
enum Aspect {
    /** The time of day of receipt, in parts of three hours. */
    HOURS,
    /** Who answered (C16); an unanswered inquiry belongs to no account. */
    ACCOUNT,
    CATEGORY,
    /** Received on a working day, but not in its hours; the group says which these are. */
    OUTSIDE_WORKING_HOURS,
    /** Received before 6:00 (C17). */
    AFTER_MIDNIGHT,
    /** Received on a day that is no working day. */
    DAY_OFF,
    /** Received within an hour of so many others as is unusual for this supplier (C17). */
    BURST
}
