package io.hourglass.audit.verifier;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something in a ledger that is not as it was sealed.
 *
 * @param position of the entry in its day, from 0, where it is or where it was; null where it is about the whole day
 * @param entry its kind and id; of a removed one, what is in its place now
 */
public record Finding(
        LocalDate day, Kind kind, @Nullable Integer position, @Nullable String entry, String explanation) {

    /** What is wrong. */
    public enum Kind {
        CHANGED,
        REMOVED,
        ADDED,
        MOVED,
        /** It is not written as the ledger writes an entry, or has no place in that day. */
        UNFIT,
        /** The day's entries and what is said of them do not make its root. */
        ROOT,
        /** Days do not follow each other, or not by their roots. */
        CHAIN,
        /** What is kept of the day outside the database says otherwise, or is missing; never of an exported file. */
        OUTSIDE
    }

    @Override
    public String toString() {
        return day + (position == null ? "" : ", entry " + position) + ": " + kind + (entry == null ? "" : " " + entry)
                + ", " + explanation;
    }
}
