package io.hourglass.mailbox.boxes;

import io.hourglass.mailbox.imap.Login.Security;

/**
 * Where a mailbox is read by IMAP.
 *
 * @param host in small letters
 */
public record ImapServer(String host, int port, Security security) {}
