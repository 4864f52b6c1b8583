package io.hourglass.imports.files;

import io.hourglass.replay.log.LineFormat;

/**
 * A line of which there is something to say.
 *
 * @param number of the file's line where it begins, from 1
 * @param latin its bytes as they came, as characters of ISO 8859-1
 */
public record NotedLine(long number, Kind kind, String reason, String latin) {

    /** As people read it, with U+FFFD in the place of what is no UTF-8. */
    public String text() {
        return LineFormat.lenient(latin);
    }

    /** What there is to say. */
    public enum Kind {
        /** It is against the format, or contradicts what is known: to be corrected and sent again. */
        REJECTED,
        /** Rehearsed: the books of its day are closed, and it would decide nothing. */
        LATE,
        /** Rehearsed: its inquiry is not known. */
        WAITING
    }
}
