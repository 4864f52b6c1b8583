package io.hourglass.operations.work;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Steps that have failed: the engine retries each a few times, and then leaves it to a person. What has no
 * tries left is among them, whether it threw something or they were taken from it.
 */
public interface Incidents {

    /** Those given up first, then those that are still being tried; within each the longest first. */
    List<Incident> all(long offset, int limit);

    long count();

    Optional<Incident> find(String id);

    /** All in processes of one model, in the same order. */
    List<Incident> of(Workflow model);

    /** What the last attempt threw, with where; empty if it is gone by now. */
    Optional<String> stackTrace(String id);

    /** Retries the step immediately, as often as a new one; one that is not due yet is put back to its instant. */
    void retry(String id);

    /** Timers and steps that were due by then and have not been begun, those given up left out. */
    Due dueBy(Instant instant);

    /**
     * @param id of the engine's job
     * @param process the model's key
     * @param step the node's id in the model
     * @param key what its process is about: an inquiry's id, a day, a dispute's id
     * @param instance the engine's id of the process
     * @param message of the exception, up to 4000 characters; null if it had none
     * @param retriesLeft 0 once it is given up
     * @param since when it was given up; null while it is tried again
     * @param nextTry null once it is given up, and while it is suspended
     * @param suspended it is not tried again before it is resumed
     */
    record Incident(
            String id,
            String process,
            String step,
            String key,
            String instance,
            @Nullable String message,
            int retriesLeft,
            @Nullable Instant since,
            @Nullable Instant nextTry,
            boolean suspended) {

        public boolean givenUp() {
            return retriesLeft == 0;
        }
    }

    /** @param oldest null if there is none */
    record Due(long jobs, @Nullable Instant oldest) {}
}
