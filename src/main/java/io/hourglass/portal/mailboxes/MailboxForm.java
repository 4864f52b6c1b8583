package io.hourglass.portal.mailboxes;

import io.hourglass.kernel.InvalidInput;
import io.hourglass.mailbox.boxes.ImapServer;
import io.hourglass.mailbox.boxes.Mailbox;
import io.hourglass.mailbox.boxes.Mailbox.Folders;
import io.hourglass.mailbox.imap.Login.Security;
import io.hourglass.mailbox.secrets.Secret;
import io.hourglass.mailbox.setup.MailboxWish;
import java.util.Objects;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What the form of a mailbox holds. Its password is never shown again.
 *
 * @param provider who grants access; empty to sign in with a password
 * @param host empty to find the server by the address
 * @param mistake the field with the mistake; empty if there is none
 */
@Value.Builder
record MailboxForm(
        String address,
        String user,
        String provider,
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
        return mailbox == null
                ? builder()
                        .address("")
                        .user("")
                        .provider("")
                        .host("")
                        .port("")
                        .security(Security.IMPLICIT_TLS)
                        .sentFolder("")
                        .readInbox(false)
                        .build()
                : of(asItIs(mailbox));
    }

    /** A mailbox as it is, with what it is kept with. */
    static MailboxWish asItIs(Mailbox mailbox) {
        return new MailboxWish(
                mailbox.address(), mailbox.user(), mailbox.server(), mailbox.provider(), null, mailbox.folders());
    }

    /** @param wish with user and server */
    static MailboxForm of(MailboxWish wish) {
        var server = Objects.requireNonNull(wish.server());
        return builder()
                .address(wish.address())
                .user(wish.address().equals(wish.user()) ? "" : filled(wish.user()))
                .provider(filled(wish.provider()))
                .host(server.host())
                .port(String.valueOf(server.port()))
                .security(server.security())
                .sentFolder(filled(wish.folders().sent()))
                .readInbox(wish.folders().inbox())
                .build();
    }

    private static String filled(@Nullable String text) {
        return text == null ? "" : text;
    }

    /**
     * @param password empty to sign in as before, or by the provider
     * @throws InvalidInput if the port is no number
     */
    MailboxWish wish(String password) {
        return new MailboxWish(
                address.strip(),
                user.isBlank() ? null : user.strip(),
                host.isBlank() ? null : new ImapServer(host.strip(), number(), security),
                password.isEmpty() && !provider.isEmpty() ? provider : null,
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
