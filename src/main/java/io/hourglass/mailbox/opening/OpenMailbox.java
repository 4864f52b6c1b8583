package io.hourglass.mailbox.opening;

import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.mailbox.boxes.FailureKind;
import io.hourglass.mailbox.boxes.Mailbox;
import io.hourglass.mailbox.grants.AccessTokens;
import io.hourglass.mailbox.grants.NotGranted;
import io.hourglass.mailbox.imap.ImapMailboxes;
import io.hourglass.mailbox.imap.Login;
import io.hourglass.mailbox.imap.MailboxFailure;
import io.hourglass.mailbox.imap.MailboxSession;
import io.hourglass.mailbox.secrets.MailboxKeys;
import io.hourglass.mailbox.secrets.SealedSecret;
import io.hourglass.mailbox.secrets.Secret;
import io.hourglass.mailbox.secrets.SecretField;
import io.hourglass.mailbox.secrets.SecretUnreadable;
import io.hourglass.mailbox.secrets.Secrets;
import org.springframework.stereotype.Component;

/** Opens mailboxes with what they are kept with. */
@Component
public class OpenMailbox {

    private final ImapMailboxes imap;
    private final Secrets secrets;
    private final MailboxKeys keys;
    private final AccessTokens tokens;

    public OpenMailbox(ImapMailboxes imap, Secrets secrets, MailboxKeys keys, AccessTokens tokens) {
        this.imap = imap;
        this.secrets = secrets;
        this.keys = keys;
        this.tokens = tokens;
    }

    /** @throws NotRead if that cannot be; nothing stays open then */
    public MailboxSession open(Mailbox mailbox) throws NotRead {
        var secret = secret(mailbox);
        var server = mailbox.server();
        try {
            return imap.open(new Login(server.host(), server.port(), server.security(), mailbox.user(), secret));
        } catch (MailboxFailure e) {
            tokens.forget(mailbox.supplier());
            throw new NotRead(e);
        }
    }

    private Login.Secret secret(Mailbox mailbox) throws NotRead {
        var field = mailbox.secretField();
        var sealed = secrets.find(mailbox.supplier(), field)
                .orElseThrow(() -> new NotRead(FailureKind.NO_KEY, "there is no " + field));
        try {
            var secret = keys.open(mailbox.supplier(), field, sealed);
            return mailbox.provider() == null
                    ? Login.Secret.password(secret.value())
                    : token(mailbox.supplier(), mailbox.provider(), sealed, secret);
        } catch (SecretUnreadable e) {
            throw new NotRead(FailureKind.NO_KEY, String.valueOf(e.getMessage()));
        }
    }

    /** A provider may give another grant in the place of the one that was used. */
    private Login.Secret token(SupplierId supplier, String provider, SealedSecret sealed, Secret grant) throws NotRead {
        try {
            var token = tokens.token(supplier, provider, grant);
            var renewed = token.renewed();
            if (renewed != null) {
                var field = SecretField.REFRESH_TOKEN;
                secrets.replace(supplier, field, sealed, keys.seal(supplier, field, renewed));
            }
            return Login.Secret.accessToken(token.access().value());
        } catch (NotGranted e) {
            throw new NotRead(e.kind(), String.valueOf(e.getMessage()));
        }
    }
}
