package io.hourglass.group;

import java.util.List;

/** A process whose due timers may fire in one transaction. */
public interface FiresInGroups {

    /** The key of its model. */
    String process();

    /**
     * Locks what a timer of each of these shares with its rivals, before the process engine is touched, and reads what
     * the timers will ask for.
     */
    void readAhead(List<String> businessKeys);
}
