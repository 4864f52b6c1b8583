package io.hourglass.incoming.signatures;

/** A call that is not proven to be of its source, and of now. */
public class NotProven extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param why without a full stop */
    NotProven(String why) {
        super(why);
    }
}
