package io.hourglass.relay.mails;

/** Who wrote a mail, as a person says of whom the program could not. */
public enum Review {
    /** Nobody has said it yet. */
    WAITING,
    PERSON,
    AUTOMATIC
}
