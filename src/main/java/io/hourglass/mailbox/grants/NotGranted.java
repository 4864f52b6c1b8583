package io.hourglass.mailbox.grants;

import io.hourglass.mailbox.boxes.FailureKind;

/** There is no token for a mailbox. */
public class NotGranted extends Exception {

    private static final long serialVersionUID = 1L;

    private final FailureKind kind;

    NotGranted(FailureKind kind, String words) {
        super(words);
        this.kind = kind;
    }

    /** Whether the supplier has to grant it anew, or it is only out of reach. */
    public FailureKind kind() {
        return kind;
    }
}
