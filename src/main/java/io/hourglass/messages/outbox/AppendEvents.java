package io.hourglass.messages.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hourglass.batch.Backfill;
import io.hourglass.kernel.events.Event;
import io.hourglass.kernel.events.EventKind;
import io.hourglass.kernel.events.Events;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Keeps events of the kinds that somebody takes. */
@Component
class AppendEvents implements Events {

    private final WantedKinds wanted;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final Backfill backfill;
    private final Clock clock;

    AppendEvents(WantedKinds wanted, Outbox outbox, ObjectMapper json, Backfill backfill, Clock clock) {
        this.wanted = wanted;
        this.outbox = outbox;
        this.json = json;
        this.backfill = backfill;
        this.clock = clock;
    }

    @Override
    public boolean isWanted(EventKind kind) {
        return !backfill.isUnderWay() && wanted.holds(kind);
    }

    @Override
    public void append(Event event) {
        try {
            outbox.add(UUID.randomUUID().toString(), event, clock.instant(), json.writeValueAsString(event.data()));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
