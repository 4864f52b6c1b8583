package io.hourglass.messages.webhooks;

import io.hourglass.kernel.events.EventKind;
import io.hourglass.messages.outbox.KeptEvent;
import io.hourglass.messages.outbox.Sink;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Has each event sent to every enabled webhook that takes its kind. */
@Component
class WebhookSink implements Sink {

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final Clock clock;

    WebhookSink(Webhooks webhooks, Deliveries deliveries, Clock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @Override
    public Map<EventKind, Instant> wanted() {
        return webhooks.wanted();
    }

    @Override
    public void take(List<KeptEvent> events) {
        deliveries.add(events, clock.instant());
    }
}
