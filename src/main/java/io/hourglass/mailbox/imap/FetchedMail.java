package io.hourglass.mailbox.imap;

import io.hourglass.mail.ReadMail;
import java.time.Instant;

/**
 * A mail as far as it is read: a fixed list of its headers.
 *
 * @param uid its number in the folder as long as UIDVALIDITY stays, from 1 to 2^32 - 1
 * @param arrivedAt when the server put it there (INTERNALDATE)
 * @param headers without a body
 */
public record FetchedMail(long uid, Instant arrivedAt, ReadMail headers) {}
