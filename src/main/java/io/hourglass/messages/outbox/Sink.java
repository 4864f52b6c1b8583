package io.hourglass.messages.outbox;

import io.hourglass.kernel.events.EventKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A way out for events, such as webhooks. Off until it is set up: then it takes nothing. */
public interface Sink {

    /** The kinds that it takes now, and since when. */
    Map<EventKind, Instant> wanted();

    /**
     * Notes which of them it is to tell to whom, in the transaction that hands them on: each event once, those of one order key in
     * their order. It tells them later.
     */
    void take(List<KeptEvent> events);
}
