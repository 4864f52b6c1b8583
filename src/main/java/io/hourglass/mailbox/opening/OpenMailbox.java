package io.hourglass.mailbox.opening;

import io.hourglass.mailbox.boxes.FailureKind;
import io.hourglass.mailbox.boxes.Mailbox;
import io.hourglass.mailbox.imap.ImapMailboxes;
import io.hourglass.mailbox.imap.Login;
import io.hourglass.mailbox.imap.MailboxFailure;
import io.hourglass.mailbox.imap.MailboxSession;
import io.hourglass.mailbox.secrets.MailboxKeys;
import io.hourglass.mailbox.secrets.Secret;
import io.hourglass.mailbox.secrets.SecretUnreadable;
import io.hourglass.mailbox.secrets.Secrets;
import org.springframework.stereotype.Component;

/** Opens mailboxes with what they are kept with. */
@Component
public class OpenMailbox {

    private final ImapMailboxes imap;
    private final Secrets secrets;
    private final MailboxKeys keys;

    public OpenMailbox(ImapMailboxes imap, Secrets secrets, MailboxKeys keys) {
        this.imap = imap;
        this.secrets = secrets;
        this.keys = keys;
    }

    /** @throws NotRead if that cannot be; nothing stays open then */
    public MailboxSession open(Mailbox mailbox) throws NotRead {
        var secret = Login.Secret.password(secret(mailbox).value());
        var server = mailbox.server();
        try {
            return imap.open(new Login(server.host(), server.port(), server.security(), mailbox.user(), secret));
        } catch (MailboxFailure e) {
            throw new NotRead(e);
        }
    }

    private Secret secret(Mailbox mailbox) throws NotRead {
        var field = mailbox.secretField();
        var sealed = secrets.find(mailbox.supplier(), field)
                .orElseThrow(() -> new NotRead(FailureKind.NO_KEY, "there is no " + field));
        try {
            return keys.open(mailbox.supplier(), field, sealed);
        } catch (SecretUnreadable e) {
            throw new NotRead(FailureKind.NO_KEY, String.valueOf(e.getMessage()));
        }
    }
}
