package io.hourglass.mailbox.imap.folders;

import java.util.Set;

/**
 * A folder as the server lists it.
 *
 * @param path by which it is opened: as the server writes it, each char a byte
 * @param name the path as people read it
 * @param leaf the last part of the name
 * @param flags in lower case, such as {@code \sent} (RFC 6154)
 */
public record RemoteFolder(String path, String name, String leaf, Set<String> flags) {

    public static final String INBOX = "INBOX";

    private static final String SENT = "\\sent";

    public RemoteFolder {
        flags = Set.copyOf(flags);
    }

    /** Whether it holds mails, and not other folders alone. */
    public boolean opens() {
        return !flags.contains("\\noselect") && !flags.contains("\\nonexistent");
    }

    boolean isMarkedSent() {
        return opens() && flags.contains(SENT);
    }
}
