package io.hourglass.chaos.stage;

import java.time.Instant;

/** What the passing of time has to know of the sending of facts. */
public interface Intake {

    /** Whether facts that were due long before that simulated time have not been sent. */
    boolean isBehind(Instant now);

    /** Whether a request that went out before that real time, as {@link System#nanoTime} has it, has no answer yet. */
    boolean awaitsAnswerFromBefore(long nanoTime);
}
