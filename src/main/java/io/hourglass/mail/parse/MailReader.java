package io.hourglass.mail.parse;

import io.hourglass.mail.MailReason;
import io.hourglass.mail.ReadMail;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.io.MaxHeaderLengthLimitException;
import org.apache.james.mime4j.io.MaxHeaderLimitException;

/**
 * Reads a mail from whoever sent it. Of the whole, of each header, of its parts and of its text no more is read than the
 * limits say; what is beyond them is left out, or the mail is refused with a reason. A mail within the mail is not read.
 */
public final class MailReader {

    /** Text comes before what is attached; the rest is not read. */
    static final int MOST_BYTES = 1 << 20;

    private MailReader() {}

    /**
     * Its headers alone: all that a mailbox gives away.
     *
     * @param mail may go on behind its headers
     * @throws IOException if the stream cannot be read; whatever it holds is no reason
     */
    public static ReadMail headers(InputStream mail) throws IOException {
        return read(mail, false);
    }

    /**
     * Its headers, and the text of its body.
     *
     * @throws IOException if the stream cannot be read; whatever it holds is no reason
     */
    public static ReadMail whole(InputStream mail) throws IOException {
        return read(mail, true);
    }

    private static ReadMail read(InputStream mail, boolean withBody) throws IOException {
        var bytes = mail.readNBytes(MOST_BYTES);
        var walk = new MailWalk(withBody);
        try {
            walk.over(new ByteArrayInputStream(bytes));
            return walk.found(null);
        } catch (MaxHeaderLimitException | MaxHeaderLengthLimitException e) {
            return walk.found(MailReason.TOO_LARGE);
        } catch (MimeException | IOException e) {
            return walk.found(MailReason.UNREADABLE);
        }
    }
}
