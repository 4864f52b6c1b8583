package io.hourglass.batch.processes;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The steps that processes took, as the engine recorded them in the transactions in which it took them (ADR 40). */
public interface RecordedSteps {

    /**
     * Of all processes that ever ran under the business key, in the order in which they were taken; gateways are left out.
     *
     * @param processes the keys of their models
     * @return none if there was no such process, or only before the program recorded any
     */
    List<Step> of(String businessKey, Collection<String> processes);

    /** Until when the program recorded none; empty if it always did. */
    Optional<Instant> unrecordedUntil();

    /**
     * @param process the model's key
     * @param node the id of the event or activity in it
     * @param at when the wake of which it is part began
     * @param takenAway no token came to it; its token was taken away from outside of the model: moved, or its process deleted
     */
    record Step(String process, String node, Instant at, boolean takenAway) {}
}
