package io.hourglass.operations.work;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is stopped because a person stopped it or the engine gave it up, and goes on once a person resumes it or has it
 * tried again. No question reads more than what is stopped.
 */
public interface Stops {

    /** How many there are of each kind. */
    Counts counts();

    /**
     * What is suspended, by kind in the order of {@link Kind}, and by id; jobs without tries left are among the {@link Incidents}.
     */
    List<Stopped> suspended(long offset, int limit);

    /** The latest version of the model is suspended, so that no process of it begins. */
    boolean isSuspended(Workflow model);

    /** What the processes of a model are about that are suspended, or have a suspended job. */
    Set<String> suspendedKeys(Workflow model);

    /** What can be suspended. */
    enum Kind {
        /** A version of a model: no process of it begins. */
        DEFINITION,
        /** The jobs of one step, for processes to come. */
        STEP,
        /** A process with all that it waits for. */
        INSTANCE,
        /** A timer or a step of a process that is not suspended itself. */
        JOB
    }

    /**
     * @param definitions versions of models that are suspended
     * @param steps whose jobs are suspended, of versions that are not
     * @param instances processes that are suspended
     * @param jobs timers and steps that are suspended, of processes that are not
     * @param withoutRetries timers and steps with no tries left, whether they threw something or not
     */
    record Counts(long definitions, long steps, long instances, long jobs, long withoutRetries) {

        public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

        public long suspended() {
            return definitions + steps + instances + jobs;
        }

        public boolean any() {
            return suspended() + withoutRetries > 0;
        }
    }

    /**
     * @param id the engine's, of the definition, the instance or the job
     * @param process the model's key
     * @param version of the model
     * @param step the node's id in the model; null for a whole definition or instance
     * @param key what the process is about: an inquiry's id, a day, a dispute's id; null for what is no process
     * @param instance the engine's id of the process; null for what is no process
     * @param definition the engine's id of the version
     */
    record Stopped(
            Kind kind,
            String id,
            String process,
            int version,
            @Nullable String step,
            @Nullable String key,
            @Nullable String instance,
            String definition) {}
}
