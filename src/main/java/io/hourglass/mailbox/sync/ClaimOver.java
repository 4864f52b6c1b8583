package io.hourglass.mailbox.sync;

/** Another node reads the mailbox by now, or it was changed or disconnected: nothing more of it is kept here. */
class ClaimOver extends Exception {

    private static final long serialVersionUID = 1L;

    ClaimOver() {
        super("the claim of the mailbox is over");
    }
}
