package io.hourglass.messages.calls;

import java.net.UnknownHostException;

/** A name leads to an address to which nothing may be sent. */
final class ForbiddenAddress extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    ForbiddenAddress(String host) {
        super(host);
    }
}
