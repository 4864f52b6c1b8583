package io.hourglass.mailbox.setup;

import io.hourglass.kernel.Refused;
import java.util.Map;

/** What was asked for of a mailbox is not possible as things stand. Nothing has been changed. */
public class MailboxRefused extends Refused {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** No key is configured by which its secret could be encrypted. */
        NO_KEY,
        /** Others are being tried. */
        TOO_MANY
    }

    MailboxRefused(Reason reason, String message) {
        super("The mailbox does not allow that", message, Map.of("reason", reason));
    }
}
