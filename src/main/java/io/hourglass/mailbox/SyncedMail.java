package io.hourglass.mailbox;

import io.hourglass.mail.ReadMail;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail of a supplier's mailbox as far as it is read: a fixed list of its headers, never its body (R22).
 *
 * @param folder where it lies, which says who wrote it
 * @param headers without a body
 * @param arrivedAt when the mail server put it there (INTERNALDATE)
 * @param readAt when this program read it
 * @param seenBefore up to when the folder had been read before; what arrived before that and was not there then was put there later. Null if it
 *     had not been read before
 */
public record SyncedMail(
        Folder folder, ReadMail headers, Instant arrivedAt, Instant readAt, @Nullable Instant seenBefore) {

    /** What lies in a folder. */
    public enum Folder {
        /** What the supplier wrote. */
        SENT,
        /** What others wrote to it. */
        INBOX
    }
}
