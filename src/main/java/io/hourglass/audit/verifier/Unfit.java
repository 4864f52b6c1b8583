package io.hourglass.audit.verifier;

import java.io.IOException;

/** A line that is not as the ledger writes it, or stands where it has no place. The message says why, of the line as "it". */
final class Unfit extends IOException {

    private static final long serialVersionUID = 1L;

    Unfit(String why) {
        super(why);
    }
}
