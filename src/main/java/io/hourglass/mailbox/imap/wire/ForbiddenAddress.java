package io.hourglass.mailbox.imap.wire;

import java.io.IOException;

/** A host or a port to which this program does not connect. */
public final class ForbiddenAddress extends IOException {

    private static final long serialVersionUID = 1L;

    ForbiddenAddress(String what) {
        super(what);
    }
}
