package io.hourglass.mailbox.imap;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** A folder that is open for reading. */
public final class OpenFolder {

    public static final int MAX_PAGE = 1_000;

    /** As it was when it was opened. */
    public FolderStatus status() {
        return new FolderStatus(1, null, 0, null);
    }

    /**
     * The UID behind which all mails are that arrived on a day or later; 0 if all are. Behind it may be older ones as well.
     *
     * @param day by the server's own zone
     */
    public long before(LocalDate day) throws MailboxFailure {
        return 0;
    }

    /**
     * The next mails behind a UID, oldest number first.
     *
     * @param limit at most so many, and at most {@value #MAX_PAGE}; fewer where their headers are long
     */
    public FetchedPage after(long uid, int limit) throws MailboxFailure {
        return new FetchedPage(List.of(), uid, false, List.of());
    }

    /** Asks whether there is something new; finds out as well whether the server is still there. */
    public boolean poll() throws MailboxFailure {
        return false;
    }

    /**
     * Waits until there is something new, or the time is up. Ask {@link MailboxSession#canIdle} first.
     *
     * @param longest real time; servers end connections that idle for more than 29 minutes, and what is in between often does so earlier
     * @return whether there is something new
     */
    public boolean idle(Duration longest) throws MailboxFailure {
        return false;
    }
}
