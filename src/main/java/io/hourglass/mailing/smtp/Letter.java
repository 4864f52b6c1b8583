package io.hourglass.mailing.smtp;

import io.hourglass.mail.parse.Attached.Part;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/**
 * A mail as it is sent.
 *
 * @param id of ours: it stands in the Message-ID
 * @param to an address
 * @param cc addresses that get a copy; what is none is left out
 * @param attachments what goes with it
 * @param headers beside those that every mail has
 */
@Value.Builder
public record Letter(
        String id,
        String to,
        List<String> cc,
        String subject,
        String text,
        String html,
        List<Part> attachments,
        Map<String, String> headers) {

    public static LetterBuilder builder() {
        return new LetterBuilder();
    }
}
