package io.hourglass.mailbox.imap;

import java.util.List;

/**
 * Some of the mails of a folder.
 *
 * @param mails by UID, ascending
 * @param through all up to this UID, from where the page begins, has been looked at: where the next page begins
 * @param more whether there were more behind it
 * @param missing UIDs that the server listed and then did not give: deleted in between, or it cannot read them itself. Once more
 *     they should be asked for before they are given up
 */
public record FetchedPage(List<FetchedMail> mails, long through, boolean more, List<Long> missing) {

    public FetchedPage {
        mails = List.copyOf(mails);
        missing = List.copyOf(missing);
    }
}
