package io.hourglass.messages.setup;

import io.hourglass.kernel.Refused;
import java.util.Map;

/** What was asked for of a webhook is not possible as things stand. Nothing has been changed. */
public class WebhookRefused extends Refused {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** Nothing is sent to it. */
        DISABLED,
        /** No more can be added. */
        TOO_MANY,
        /** There is no delivery of that event, or it still waits. */
        NOTHING_TO_SEND
    }

    WebhookRefused(Reason reason, String message) {
        super("The webhook does not allow that", message, Map.of("reason", reason));
    }
}
