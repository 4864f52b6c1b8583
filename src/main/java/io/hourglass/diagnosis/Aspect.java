package io.hourglass.diagnosis;

/** By what a supplier's inquiries are told apart. */
public enum Aspect {
    /** The time of day of receipt, in parts of three hours. */
    HOURS,
    /** Who answered (C16); what nobody answered belongs to no account. */
    ACCOUNT,
    CATEGORY,
    /** Received from Monday to Friday, before 9:00 or from 18:00 on. */
    OUTSIDE_WORKING_HOURS,
    /** Received before 6:00 (C17). */
    AFTER_MIDNIGHT,
    /** Received on a Saturday or Sunday. */
    WEEKEND,
    /** Received within an hour of so many others as is unusual for this supplier (C17). */
    BURST
}
