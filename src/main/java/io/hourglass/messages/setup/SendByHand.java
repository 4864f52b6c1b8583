package io.hourglass.messages.setup;

import io.hourglass.audit.actions.Action;
import io.hourglass.audit.actions.Actions;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.events.Event;
import io.hourglass.messages.outbox.Outbox;
import io.hourglass.messages.setup.WebhookRefused.Reason;
import io.hourglass.messages.webhooks.Deliveries;
import io.hourglass.messages.webhooks.WebhookEvents;
import io.hourglass.messages.webhooks.Webhooks;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Has a message sent because a person asks for it: a test, or once more what has been sent. */
@Component
@Transactional
public class SendByHand {

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final Outbox outbox;
    private final Actions actions;
    private final Clock clock;

    SendByHand(Webhooks webhooks, Deliveries deliveries, Outbox outbox, Actions actions, Clock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.outbox = outbox;
        this.actions = actions;
        this.clock = clock;
    }

    /**
     * @return the id of the event
     * @throws WebhookRefused if it is disabled
     */
    public String test(String webhook) {
        enabled(webhook);
        var now = clock.instant();
        var id = UUID.randomUUID().toString();
        outbox.add(id, Event.of(WebhookEvents.TEST, webhook, now), now, "{}");
        var kept = outbox.find(id).orElseThrow();
        outbox.markHandedOn(List.of(kept.seq()));
        deliveries.add(kept, webhook, now);
        return id;
    }

    /** @throws WebhookRefused if it is disabled, or that event was not sent to it, or still waits */
    public void sendAgain(String webhook, String event) {
        enabled(webhook);
        if (!deliveries.sendAgain(webhook, event, clock.instant())) {
            throw new WebhookRefused(
                    Reason.NOTHING_TO_SEND, "the event " + event + " was not sent to it, or still waits");
        }
        actions.note(Action.SEND_AGAIN, webhook, event);
    }

    /**
     * All of its dead letters.
     *
     * @return how many
     * @throws WebhookRefused if it is disabled
     */
    public int sendDeadAgain(String webhook) {
        enabled(webhook);
        var count = deliveries.sendAgain(webhook, clock.instant());
        if (count > 0) {
            actions.note(Action.SEND_AGAIN, webhook, String.valueOf(count));
        }
        return count;
    }

    private void enabled(String id) {
        var webhook = webhooks.lock(id).orElseThrow(() -> new NotFound("webhook", id));
        if (!webhook.isEnabled()) {
            throw new WebhookRefused(Reason.DISABLED, "the webhook is disabled, so that nothing is sent to it");
        }
    }
}
