package io.hourglass.mailbox.opening;

import io.hourglass.mailbox.boxes.FailureKind;
import io.hourglass.mailbox.imap.MailboxFailure;

/** A mailbox cannot be read, or not further. */
public class NotRead extends Exception {

    private static final long serialVersionUID = 1L;

    private final FailureKind kind;

    /** @param words one line of up to 200 characters; may be empty */
    NotRead(FailureKind kind, String words) {
        super(words);
        this.kind = kind;
    }

    /** Of a connection, in the server's words. */
    public NotRead(MailboxFailure failure) {
        super(failure.words(), failure);
        this.kind = FailureKind.of(failure.kind());
    }

    public FailureKind kind() {
        return kind;
    }

    public String words() {
        return String.valueOf(getMessage());
    }
}
