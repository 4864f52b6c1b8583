package io.hourglass.mailbox.sync;

import io.hourglass.mailbox.SyncedMail.Folder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a folder has been read.
 *
 * @param name as the server has it
 * @param uidValidity of what the numbers of its mails hold (RFC 3501, 2.3.1.1)
 * @param lastUid the number of the last mail that was read; 0 for none
 * @param readUntil what was in it then has been read; null until it was read to its end for the first time
 */
public record Cursor(Folder folder, String name, long uidValidity, long lastUid, @Nullable Instant readUntil) {

    Cursor at(long uid) {
        return new Cursor(folder, name, uidValidity, Math.max(lastUid, uid), readUntil);
    }

    Cursor readToItsEnd(Instant at) {
        return new Cursor(folder, name, uidValidity, lastUid, at);
    }
}
