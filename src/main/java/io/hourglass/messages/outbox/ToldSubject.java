package io.hourglass.messages.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Stream;

/** Whose an event is, as the subject of numbers: of a supplier its id, of an account of chat its id behind a colon. */
public final class ToldSubject {

    private ToldSubject() {}

    /**
     * Empty for what is nobody's, such as a day.
     *
     * @param data of the event
     */
    public static Optional<String> of(KeptEvent event, JsonNode data) {
        return Stream.of("supplier", "shop", "subject")
                .map(field -> data.path(field).asText())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .or(() -> Optional.of(event.about())
                        .filter(about -> event.orderKey().equals(event.track() + ":subject:" + about)));
    }
}
