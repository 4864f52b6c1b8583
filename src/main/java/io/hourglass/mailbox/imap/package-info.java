/**
 * Reads mailboxes by IMAP (RFC 3501), whoever runs the server: a fixed list of headers, never a body, and nothing is changed. What a server says is
 * bounded in length and in time, and where it lies it is not believed. Start at {@link io.hourglass.mailbox.imap.ImapMailboxes}.
 */
@NamedInterface("imap")
@NullMarked
package io.hourglass.mailbox.imap;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
