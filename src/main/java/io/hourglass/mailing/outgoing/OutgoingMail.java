package io.hourglass.mailing.outgoing;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * An event that is to be told to somebody by mail, and what has become of it.
 *
 * @param event its number in the outbox: each is told once to each account
 * @param track null for what is of none
 * @param about the id of the case, of the subject, or the day
 * @param data of the event, as its kind has it
 * @param attempts how often it was sent, the present one included
 * @param dueAt when it is sent next; while it is being sent, when it counts as lost
 * @param endedAt null while it waits
 * @param letter the id of the mail that it went with; null if none was sent
 * @param reason why it was not sent, or did not arrive; null if neither is so
 */
@Value.Builder
public record OutgoingMail(
        String id,
        long event,
        String account,
        String kind,
        @Nullable String track,
        String about,
        Instant happenedAt,
        JsonNode data,
        State state,
        int attempts,
        Instant addedAt,
        Instant dueAt,
        @Nullable Instant endedAt,
        @Nullable String letter,
        @Nullable String reason) {

    /** How far it has come. */
    public enum State {
        WAITING,
        /** Taken by the mail server. */
        SENT,
        /** Nobody needs it any more, or wants it: it was not sent. */
        DROPPED,
        /** Given up: the mail server would not take it. It can be sent again. */
        DEAD,
        /** Taken, and then returned by the server of its recipient. */
        BOUNCED
    }

    public static OutgoingMailBuilder builder() {
        return new OutgoingMailBuilder();
    }

    /** An empty text where there is none of that name. */
    public String data(String name) {
        return data.path(name).asText();
    }
}
