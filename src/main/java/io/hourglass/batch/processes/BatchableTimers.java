package io.hourglass.batch.processes;

import java.util.List;
import java.util.Set;

/** Processes whose due timers may fire in one transaction. */
public interface BatchableTimers {

    /** The keys of their models. */
    Set<String> processes();

    /**
     * Locks what a timer of each of these shares with its rivals, before the process engine is touched, and reads what
     * the timers will ask for.
     */
    void readAhead(List<String> businessKeys);
}
