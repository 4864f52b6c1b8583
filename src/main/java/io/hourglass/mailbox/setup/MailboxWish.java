package io.hourglass.mailbox.setup;

import io.hourglass.mailbox.boxes.ImapServer;
import io.hourglass.mailbox.boxes.Mailbox.Folders;
import io.hourglass.mailbox.secrets.Secret;
import org.jspecify.annotations.Nullable;

/**
 * A mailbox as it is to be.
 *
 * @param user null for the address
 * @param server null for the one that it has, or else to find it
 * @param provider who grants access; null where it signs in with a password
 * @param secret the password, or what was granted; null for the one that it has
 */
public record MailboxWish(
        String address,
        @Nullable String user,
        @Nullable ImapServer server,
        @Nullable String provider,
        @Nullable Secret secret,
        Folders folders) {

    /** The same, with what was granted for it. */
    public MailboxWish granted(Secret grant) {
        return new MailboxWish(address, user, server, provider, grant, folders);
    }

    /** The field of the input in which its secret stands. */
    String secretField() {
        return provider == null ? "password" : "refreshToken";
    }
}
