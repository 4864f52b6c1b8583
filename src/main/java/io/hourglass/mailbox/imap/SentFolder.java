package io.hourglass.mailbox.imap;

import java.util.List;

/** Which folder holds what was sent: the one that the server marks so, else by its name in the languages of the marketplace. */
public final class SentFolder {

    private SentFolder() {}

    /** One if it is known, none or several if the supplier has to say which. */
    public static List<RemoteFolder> among(List<RemoteFolder> folders) {
        return folders.stream().filter(RemoteFolder::isMarkedSent).toList();
    }
}
