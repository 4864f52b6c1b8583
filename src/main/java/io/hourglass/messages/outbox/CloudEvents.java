package io.hourglass.messages.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes an event as CloudEvents 1.0 has it, in its JSON format. */
@Component
public class CloudEvents {

    public static final String TYPE = "application/cloudevents+json";

    private static final String NAMESPACE = "io.hourglass.";

    private final ObjectMapper json;
    private final String source;

    /** @param address of this program, as others know it; empty if it has none */
    public CloudEvents(ObjectMapper json, @Value("${hourglass.public-address:}") String address) {
        this.json = json;
        this.source = address.isEmpty() ? "/hourglass" : address;
    }

    /** Of the same event it is always the same. */
    public String of(KeptEvent event) {
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
        body.set("data", event.fields(json));
        return written(body);
    }

    private String written(ObjectNode body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
