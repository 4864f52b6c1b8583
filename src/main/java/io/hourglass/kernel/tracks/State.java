package io.hourglass.kernel.tracks;

/** Where a case of a track stands: open, outside the books, or at a verdict. Each track has states of its own. */
public interface State {

    /** What each track calls the state of a case that was recorded after the close of its day: kept, and never counted. */
    String OUT_OF_BOOKS = "OUT_OF_BOOKS";

    /** Unique within the track, at most 16 characters; kept and sealed by this name, so that none may be named anew. */
    String name();

    /** Whether it stands under the fraction bar of the rate (R1, R2, C1). */
    boolean countable();

    /** Whether it stands over the fraction bar: countable, and the target was met. */
    boolean met();

    /** Whether nothing has decided yet, and the deadline lies ahead. */
    boolean pending();

    /** Whether the case is in the books of its day: not if it was recorded after their close. */
    default boolean inBooks() {
        return !name().equals(OUT_OF_BOOKS);
    }
}
