package io.hourglass.messages.signing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hourglass.messages.outbox.KeptEvent;
import io.hourglass.messages.webhooks.Webhook;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes an event as CloudEvents 1.0 has it, in its JSON format, and signs it as Standard Webhooks has it. */
@Component
public class SignedMessages {

    public static final String TYPE = "application/cloudevents+json";

    private static final String NAMESPACE = "io.hourglass.";

    private final WebhookSecrets secrets;
    private final ObjectMapper json;
    private final String source;

    /** @param address of this program, as others know it; empty if it has none */
    public SignedMessages(
            WebhookSecrets secrets, ObjectMapper json, @Value("${hourglass.public-address:}") String address) {
        this.secrets = secrets;
        this.json = json;
        this.source = address.isEmpty() ? "/hourglass" : address;
    }

    /** @param headers beside the type of its content */
    public record Message(Map<String, String> headers, String body) {}

    /** Of the same event the body is always the same. */
    public Message of(KeptEvent event, Webhook webhook, Instant now) {
        var body = body(event);
        var time = String.valueOf(now.getEpochSecond());
        var headers = new LinkedHashMap<String, String>();
        headers.put("webhook-id", event.id());
        headers.put("webhook-timestamp", time);
        headers.put("webhook-signature", secrets.signatures(webhook, now, event.id() + "." + time + "." + body));
        return new Message(headers, body);
    }

    private String body(KeptEvent event) {
        var body = json.createObjectNode()
                .put("specversion", "1.0")
                .put("id", event.id())
                .put("source", source)
                .put("type", NAMESPACE + event.kind().name())
                .put("subject", event.about())
                .put("time", event.at().toString())
                .put("datacontenttype", "application/json");
        if (event.track() != null) {
            body.put("track", event.track());
        }
        return written(body, event.data());
    }

    private String written(ObjectNode body, String data) {
        try {
            body.set("data", json.readTree(data));
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
