package io.hourglass.batch.processes;

import java.util.Collection;
import java.util.Optional;

/** The processes behind the members of a batch, prefetched. */
public interface LivingProcesses {

    /** To be called within a batch's transaction; else it changes nothing. */
    void readAhead(Collection<String> businessKeys);

    /** Where the process waits at an activity of its model; empty if it does not wait there. */
    Optional<Wait> waitingAt(String activity, String businessKey);

    /**
     * Whether one of that model lives, wherever it is.
     *
     * @param process the model's key
     */
    boolean lives(String process, String businessKey);

    /** @param id the engine's id of the execution that waits */
    record Wait(String id, boolean suspended) {}
}
