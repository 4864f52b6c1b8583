package io.hourglass.stream.events;

import io.hourglass.kernel.events.EventKind;
import io.hourglass.messages.outbox.KeptEvent;
import io.hourglass.messages.outbox.KnownKinds;
import io.hourglass.messages.outbox.Sink;
import io.hourglass.stream.broker.Broker;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Has each event of a kind that goes to the topic go there. Off while no topic is configured. */
@Component
class StreamSink implements Sink {

    private final WaitingEvents waiting;
    private final RecordKeys keys;
    private final Clock clock;
    private final Set<EventKind> kinds;
    private volatile Map<EventKind, Instant> since = Map.of();

    /** @throws io.hourglass.kernel.InvalidInput if a kind is configured that nobody raises */
    StreamSink(WaitingEvents waiting, RecordKeys keys, Clock clock, Broker broker, KnownKinds known) {
        this.waiting = waiting;
        this.keys = keys;
        this.clock = clock;
        this.kinds = kinds(broker, known);
    }

    private static Set<EventKind> kinds(Broker broker, KnownKinds known) {
        var events = broker.settings().events();
        if (!events.isOn()) {
            return Set.of();
        }
        return Set.copyOf(events.kinds().isEmpty() ? known.all() : known.checked(events.kinds()));
    }

    /** They are configured, and change with a start alone: the database is asked once. */
    @Override
    public Map<EventKind, Instant> wanted() {
        if (since.isEmpty() && !kinds.isEmpty()) {
            since = waiting.since(kinds, clock.instant());
        }
        return since;
    }

    @Override
    public void take(List<KeptEvent> events) {
        var some = events.stream().filter(event -> kinds.contains(event.kind())).toList();
        if (!some.isEmpty()) {
            waiting.add(keys.of(some));
        }
    }
}
