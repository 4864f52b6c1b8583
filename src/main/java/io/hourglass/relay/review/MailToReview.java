package io.hourglass.relay.review;

import io.hourglass.relay.mails.RelayedMail;
import io.hourglass.relay.mails.Review;
import java.util.List;

/**
 * A mail of which somebody has to say who wrote it.
 *
 * @param subject empty if it has none
 * @param text what is kept of it; empty if it has none
 */
public record MailToReview(RelayedMail mail, String subject, String text) {

    /** What may be said of it. */
    public List<Review> choices() {
        return ReviewMails.choices(mail);
    }
}
