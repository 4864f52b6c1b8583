package io.hourglass.stream.events;

import io.hourglass.kernel.events.EventKind;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The events that are still to go to the topic. */
public interface WaitingEvents {

    /**
     * One that is to go.
     *
     * @param event its number in the outbox
     * @param key of its record
     */
    record Waiting(long event, String key) {}

    /** In the transaction that there is. */
    void add(List<Waiting> some);

    /** Those that have waited longest, in the order of their numbers. */
    List<Waiting> eldest(int limit);

    /** No more than the limit is counted. */
    int count(int limit);

    /** They have gone. */
    void remove(Collection<Long> events);

    /**
     * Holds the sending for one node, until that instant, unless another does.
     *
     * @return whether it holds it
     */
    boolean hold(String holder, Instant now, Instant until);

    void letGo(String holder);

    /** Since when each of these kinds goes to the topic: from now on where none did. Of others it is forgotten. */
    Map<EventKind, Instant> since(Collection<EventKind> kinds, Instant now);
}
