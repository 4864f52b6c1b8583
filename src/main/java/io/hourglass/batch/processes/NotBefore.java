package io.hourglass.batch.processes;

import java.time.Instant;
import java.util.Optional;

/** A step of a process that is a job of its own, and must not be taken before an instant, whatever asks for it (ADR 29). */
public interface NotBefore {

    /** The key of its model. */
    String process();

    /** Its id in the model. */
    String step();

    /** Of the process with that business key; empty if nothing is known of it, and then the step itself will say so. */
    Optional<Instant> instant(String businessKey);
}
