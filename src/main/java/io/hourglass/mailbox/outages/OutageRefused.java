package io.hourglass.mailbox.outages;

import io.hourglass.kernel.Refused;
import java.util.Map;

/** An outage cannot be decided on so. Nothing has been changed. */
public class OutageRefused extends Refused {

    private static final long serialVersionUID = 1L;

    /** The rule. */
    public enum Reason {
        /** It has been decided, and otherwise. */
        DECIDED,
        /** Nobody decides on what they declared. */
        DECLARED_BY_YOU
    }

    private final Reason reason;

    OutageRefused(Reason reason, String message) {
        super("The outage is refused", message, Map.of("reason", reason));
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
