package io.hourglass.batch.processes;

/** Processes of any model, begun and woken by their business keys (ADR 30). */
public interface Instances {

    /**
     * @param process the model's key
     * @return false if none begins, as the past is being brought in
     */
    boolean begin(String process, String businessKey);

    /**
     * The same at another of its start events.
     *
     * @param start the id of the event
     */
    boolean begin(String process, String businessKey, String start);

    /**
     * Wakes the one that waits at an activity; one that is suspended is left to the reconciler.
     *
     * @param outcome what the gateways of the model ask for under this name; it leaves no row
     * @return whether one waited there
     */
    boolean wake(String process, String activity, String businessKey, Enum<?> outcome);

    /** Whether one lives, wherever it is. */
    boolean lives(String process, String businessKey);
}
