package io.hourglass.group;

import java.util.Collection;
import java.util.Optional;

/** The processes behind the members of a group, read at once. */
public interface LivingProcesses {

    /** To be called within a group's transaction; else it changes nothing. */
    void readAhead(Collection<String> businessKeys);

    /** Where the process waits at an activity of its model: the id of that wait; empty if it does not wait there. */
    Optional<String> waitingAt(String activity, String businessKey);
}
