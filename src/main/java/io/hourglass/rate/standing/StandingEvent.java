package io.hourglass.rate.standing;

import io.hourglass.kernel.ids.Subject;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A change of a supplier's standing.
 *
 * @param on the date of the numbers that brought it, or of the choice
 */
public record StandingEvent(Subject subject, Kind kind, LocalDate on, Instant at) {

    /** What has changed. */
    public enum Kind {
        RFQ_OPENED,
        RFQ_CLOSED,
        PROVEN,
        NO_LONGER_PROVEN,
        SHOWN,
        HIDDEN
    }
}
