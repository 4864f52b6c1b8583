package io.hourglass.messages.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hourglass.kernel.events.EventKind;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is kept.
 *
 * @param seq of two with one order key the elder has the lower one
 * @param id unique wherever it is told
 * @param track null for what is of none
 * @param data JSON, an object
 */
public record KeptEvent(
        long seq,
        String id,
        EventKind kind,
        @Nullable String track,
        String about,
        String orderKey,
        Instant at,
        String data) {

    /** The fields of its data. */
    public JsonNode fields(ObjectMapper json) {
        try {
            return json.readTree(data);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
