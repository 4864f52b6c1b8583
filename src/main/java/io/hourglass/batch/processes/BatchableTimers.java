package io.hourglass.batch.processes;

import java.util.List;
import java.util.Set;

/** Processes whose due timers may fire in one transaction. */
public interface BatchableTimers {

    /** The keys of their models. */
    Set<String> processes();

    /** Whether they can wait: then a node fires one batch of them at a time, so that calls go on while many are due (ADR 71). */
    default boolean giveWay() {
        return false;
    }

    /**
     * Locks what a timer of each of these shares with its rivals, before the process engine is touched, and reads what
     * the timers will ask for.
     */
    void readAhead(List<String> businessKeys);
}
