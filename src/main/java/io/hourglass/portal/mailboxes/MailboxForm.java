package io.hourglass.portal.mailboxes;

import io.hourglass.kernel.InvalidInput;
import io.hourglass.mailbox.boxes.ImapServer;
import io.hourglass.mailbox.boxes.Mailbox;
import io.hourglass.mailbox.boxes.Mailbox.Folders;
import io.hourglass.mailbox.imap.Login.Security;
import io.hourglass.mailbox.secrets.Secret;
import io.hourglass.mailbox.setup.MailboxWish;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What the form of a mailbox holds. Its password is never shown again.
 *
 * @param host empty to find the server by the address
 * @param mistake the field with the mistake; empty if there is none
 */
@Value.Builder
record MailboxForm(
        String address,
        String user,
        String host,
        String port,
        Security security,
        String sentFolder,
        boolean readInbox,
        String mistake)
        implements WithMailboxForm {

    static MailboxFormBuilder builder() {
        return new MailboxFormBuilder().mistake("");
    }

    /** Of one that there is; null for a new one. */
    static MailboxForm of(@Nullable Mailbox mailbox) {
        if (mailbox == null) {
            return builder()
                    .address("")
                    .user("")
                    .host("")
                    .port("")
                    .security(Security.IMPLICIT_TLS)
                    .sentFolder("")
                    .readInbox(false)
                    .build();
        }
        var sent = mailbox.folders().sent();
        return builder()
                .address(mailbox.address())
                .user(mailbox.user().equals(mailbox.address()) ? "" : mailbox.user())
                .host(mailbox.server().host())
                .port(String.valueOf(mailbox.server().port()))
                .security(mailbox.server().security())
                .sentFolder(sent == null ? "" : sent)
                .readInbox(mailbox.folders().inbox())
                .build();
    }

    /**
     * @param password empty to sign in as before
     * @param granted by whom, as it was before; null if it signs in with a password
     * @throws InvalidInput if the port is no number
     */
    MailboxWish wish(String password, @Nullable String granted) {
        return new MailboxWish(
                address.strip(),
                user.isBlank() ? null : user.strip(),
                host.isBlank() ? null : new ImapServer(host.strip(), number(), security),
                password.isEmpty() ? granted : null,
                password.isEmpty() ? null : new Secret(password),
                new Folders(sentFolder.isBlank() ? null : sentFolder, readInbox));
    }

    private int number() {
        try {
            return Integer.parseInt(port.strip());
        } catch (NumberFormatException e) {
            throw new InvalidInput("port", port, "993 or 143");
        }
    }
}
