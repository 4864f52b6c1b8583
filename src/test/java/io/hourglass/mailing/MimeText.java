package io.hourglass.mailing;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;

/** The plain text of a mail. */
final class MimeText {

    String of(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain")) {
            return (String) part.getContent();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (var at = 0; at < parts.getCount(); at++) {
                var text = of(parts.getBodyPart(at));
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return "";
    }
}
