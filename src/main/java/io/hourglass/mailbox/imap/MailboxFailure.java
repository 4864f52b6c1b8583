package io.hourglass.mailbox.imap;

import io.hourglass.kernel.text.StoredText;
import java.util.regex.Pattern;

/** A mailbox cannot be read, or not further. The session in which it happened is of no more use. */
public final class MailboxFailure extends Exception {

    public static final int MAX_WORDS = 200;

    private static final long serialVersionUID = 1L;
    private static final Pattern NOT_SHOWN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\h\\v]+");

    private final Kind kind;

    /** What failed; each has another remedy. */
    public enum Kind {
        /** No such host. */
        NAME_UNKNOWN,
        /** The host leads inside, or the port is none of IMAP. */
        ADDRESS_FORBIDDEN,
        /** Nobody answers there. */
        UNREACHABLE,
        /** It did not answer in time, or not to the end. */
        TIMED_OUT,
        /** It does not prove to be the host that was asked for. */
        CERTIFICATE,
        /** It does not speak TLS there. */
        NO_ENCRYPTION,
        /** Password or grant are wrong, have expired, or were revoked. */
        REFUSED_LOGIN,
        /** It takes an app code (授权码) in the password's place. */
        NEEDS_APP_CODE,
        /** It takes no passwords, only a grant of OAuth 2. */
        NEEDS_GRANT,
        /** IMAP is switched off in the mailbox's own settings. */
        IMAP_DISABLED,
        TOO_MANY_CONNECTIONS,
        /** NetEase: the account has to allow this program, or asks for a login on its web page. */
        UNSAFE_LOGIN,
        /** There is no folder of sent mail, or the one that was asked for is gone. */
        NO_SENT_FOLDER,
        /** The folder was numbered anew while it was read: what is known of its numbers is void. */
        RENUMBERED,
        /** The server ended the connection. */
        BROKEN_OFF,
        /** What answers there is no IMAP server, or breaks its rules. */
        NOT_IMAP,
        /** It sent more than is read of one. */
        TOO_MUCH,
        /** It says that it cannot, for now. */
        SERVER_ERROR
    }

    /** @param words the server's own where there are any, never with the secret in them; kept on one line, and cut */
    public MailboxFailure(Kind kind, String words) {
        super(oneLine(words));
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** One line of at most 200 characters, empty if nothing was said. */
    public String words() {
        var words = getMessage();
        return words == null ? "" : words;
    }

    private static String oneLine(String words) {
        return StoredText.keptLine(NOT_SHOWN.matcher(words).replaceAll(" "), MAX_WORDS);
    }
}
