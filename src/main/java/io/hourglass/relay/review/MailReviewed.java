package io.hourglass.relay.review;

import io.hourglass.kernel.Refused;
import java.util.Map;

/** Somebody has said already who wrote the mail, or nobody is asked. Nothing has been changed. */
public class MailReviewed extends Refused {

    private static final long serialVersionUID = 1L;

    MailReviewed() {
        super("Not waiting", "The mail does not wait for a review", Map.of());
    }
}
