package io.hourglass.mailbox.imap;

import java.util.List;

/** A connection to a mailbox, of one thread at a time. After a failure it is closed, and another has to be opened. */
public final class MailboxSession implements AutoCloseable {

    /** Those that the user has subscribed to and those it has not. */
    public List<RemoteFolder> folders() throws MailboxFailure {
        return List.of();
    }

    /**
     * Opens a folder for reading (EXAMINE). The one that was open before is no longer.
     *
     * @param path of {@link RemoteFolder}
     */
    public OpenFolder open(String path) throws MailboxFailure {
        if (path.isEmpty()) {
            throw new MailboxFailure(MailboxFailure.Kind.NO_SENT_FOLDER, path);
        }
        return new OpenFolder();
    }

    /** Whether the server tells of news by itself (RFC 2177); else it has to be asked. */
    public boolean canIdle() {
        return false;
    }

    /** Never fails, and does not wait for the server. */
    @Override
    public void close() {}
}
