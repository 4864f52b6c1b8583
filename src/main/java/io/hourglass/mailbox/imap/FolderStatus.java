package io.hourglass.mailbox.imap;

import org.jspecify.annotations.Nullable;

/**
 * What a server says of a folder when it is opened. UIDs of one validity say nothing about those of another, and an Exchange may fall
 * back to an older state of both: a {@code uidNext} below what has been read is as good as another validity.
 *
 * @param uidNext above all UIDs that are there; null if it does not say
 * @param exists how many mails it holds
 * @param highestModseq of CONDSTORE (RFC 7162); null where the server does not keep it
 */
public record FolderStatus(long uidValidity, @Nullable Long uidNext, long exists, @Nullable Long highestModseq) {

    /** Whether what was read up to a UID, of a validity, is still what it was: it can be gone on with behind it. */
    public boolean continues(long validity, long uid) {
        return uidValidity == validity && (uidNext == null || uidNext > uid);
    }
}
