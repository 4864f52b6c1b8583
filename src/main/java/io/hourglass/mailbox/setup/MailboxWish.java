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
 * @param password null for the one that it has
 */
public record MailboxWish(
        String address,
        @Nullable String user,
        @Nullable ImapServer server,
        @Nullable Secret password,
        Folders folders) {}
