package io.hourglass.operations.reconciler;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The rounds of the reconciler, one at a time on all nodes together. */
public interface ReconcilerRounds {

    /** Locks the rounds until the transaction ends; false if another node has the lock. */
    boolean tryHold();

    /** Empty if there has been none. */
    Optional<Round> last();

    /** To be called by who holds them. */
    void add(Round round);

    /**
     * @param lookedAt processes that did not seem to be where they should be
     * @param leftAlone those of them that are suspended
     * @param failed those that could not be brought there; they are tried again in the next round
     */
    record Round(Instant at, Duration took, int lookedAt, int leftAlone, int failed) {}
}
