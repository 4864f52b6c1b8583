package io.hourglass.mailbox.imap.wire;

import java.io.IOException;

/** A server ends the connection, and says so. */
public final class Bye extends IOException {

    private static final long serialVersionUID = 1L;

    Bye(String words) {
        super(words);
    }
}
