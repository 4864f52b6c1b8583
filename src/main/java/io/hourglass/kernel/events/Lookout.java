package io.hourglass.kernel.events;

import java.time.Instant;

/** Looks from time to time for what comes about by the passing of time alone, for all cases at once, and raises it. */
public interface Lookout {

    /** The kind that it raises. It looks only while somebody takes that. */
    EventKind kind();

    /**
     * In a transaction of its own, one node at a time.
     *
     * @param after what came about by then has been looked for
     * @param upTo now, included
     */
    void look(Instant after, Instant upTo);
}
