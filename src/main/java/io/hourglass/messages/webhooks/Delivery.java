package io.hourglass.messages.webhooks;

import java.time.Instant;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * An event that is to be sent to a webhook, and what has become of it.
 *
 * @param event its id
 * @param attempts how often it was sent, the present one included
 * @param dueAt when it is sent next, unless it has ended; while it is being sent, when it counts as lost
 * @param status of the last answer; null if there was none
 * @param failure why the last attempt failed; null if it did not, or there was none
 * @param endedAt null while it waits
 */
@Value.Builder
public record Delivery(
        String webhook,
        String event,
        String kind,
        String about,
        Instant happenedAt,
        State state,
        int attempts,
        Instant dueAt,
        @Nullable Integer status,
        @Nullable Failure failure,
        @Nullable Instant endedAt) {

    /** How far it has come. */
    public enum State {
        WAITING,
        DELIVERED,
        /** Given up: a dead letter. It can be sent again. */
        DEAD
    }

    /** Why an attempt failed. */
    public enum Failure {
        /** It answered something else than 2xx. */
        STATUS,
        /** It did not answer in time. */
        TIMEOUT,
        /** The connection could not be made, or broke. */
        CONNECTION,
        /** Its name has no address. */
        UNKNOWN_HOST,
        /** Its address is one to which nothing may be sent: inside this network, or of this machine. */
        FORBIDDEN_ADDRESS,
        /** Its answer was longer than what is read of one. */
        LONG_ANSWER,
        /** The webhook was disabled before it was sent. */
        DISABLED
    }

    public static DeliveryBuilder builder() {
        return new DeliveryBuilder();
    }
}
