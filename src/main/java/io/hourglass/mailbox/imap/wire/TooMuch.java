package io.hourglass.mailbox.imap.wire;

import java.io.IOException;

/** A server sent more than is read of one. */
public final class TooMuch extends IOException {

    private static final long serialVersionUID = 1L;

    public TooMuch(String what) {
        super(what);
    }
}
