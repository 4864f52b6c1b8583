package io.hourglass.messages.signing;

import io.hourglass.messages.outbox.CloudEvents;
import io.hourglass.messages.outbox.KeptEvent;
import io.hourglass.messages.webhooks.Webhook;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes an event for a webhook, and signs it as Standard Webhooks has it. */
@Component
public class SignedMessages {

    private final WebhookSecrets secrets;
    private final CloudEvents bodies;

    public SignedMessages(WebhookSecrets secrets, CloudEvents bodies) {
        this.secrets = secrets;
        this.bodies = bodies;
    }

    /** @param headers beside the type of its content */
    public record Message(Map<String, String> headers, String body) {}

    /** Of the same event the body is always the same. */
    public Message of(KeptEvent event, Webhook webhook, Instant now) {
        var body = bodies.of(event);
        var time = String.valueOf(now.getEpochSecond());
        var headers = new LinkedHashMap<String, String>();
        headers.put("webhook-id", event.id());
        headers.put("webhook-timestamp", time);
        headers.put("webhook-signature", secrets.signatures(webhook, now, event.id() + "." + time + "." + body));
        return new Message(headers, body);
    }
}
