package io.hourglass.relay.mails;

import io.hourglass.kernel.Refused;
import java.util.Map;

/** An inquiry has as many mails as it may: a program answers another. Nothing has been changed. */
public class TooManyMails extends Refused {

    private static final long serialVersionUID = 1L;

    /** No conversation of people about one inquiry is so long. */
    static final int MOST = 200;

    TooManyMails() {
        super("Too many mails", "The inquiry has " + MOST + " mails already", Map.of());
    }
}
