package io.hourglass.rate.standing;

import java.util.Collection;
import java.util.List;

/** The feed of changes. Its numbers have no gaps, and become visible in their order. */
public interface StandingEvents {

    /** An event with its number, from 1 on. */
    record Numbered(long seq, StandingEvent event) {}

    void add(Collection<StandingEvent> events);

    /** In order, from the one after {@code seq} on. */
    List<Numbered> after(long seq, int atMost);
}
