package io.hourglass.mailbox;

import io.hourglass.kernel.ids.SupplierId;
import java.util.List;

/** Where goes what was read in mailboxes. Implemented by whoever knows the inquiries that it may be about. */
public interface SyncedMails {

    /**
     * Takes what is about an inquiry of the supplier, once however often it is read, and forgets the rest at once. What was taken is durable when
     * this returns; one mail that cannot be taken does not keep others from it.
     *
     * @param address the one that the mailbox is registered under (R19)
     */
    void take(SupplierId supplier, String address, List<SyncedMail> mails);
}
