package io.hourglass.rate.books;

/**
 * What made the judge look, and so led to an entry.
 *
 * @param reference the fact's or the dispute's id, the end event's or the day's name
 */
public record Cause(Kind kind, String reference) {

    /** Where the cause lies. */
    public enum Kind {
        /** The reply deadline fired. */
        DEADLINE,
        /** The inquiry's process ended. */
        END_EVENT,
        /** A fact was recorded after the first entry. */
        FACT,
        /** What could be seen of the time to reply became known: a mailbox was read later, or an outage was consented to. */
        COVERAGE,
        /** The books of the day closed. */
        DAY_CLOSE,
        /** A dispute was accepted after the books had closed. */
        RESTATEMENT
    }
}
