package io.hourglass.relay.mails;

/** Who wrote a mail, as a person says where the program could not. */
public enum Review {
    /** Nobody has said it yet. */
    WAITING,
    PERSON,
    AUTOMATIC,
    /** It is not about the inquiry: of what was read in a mailbox alone. */
    NOT_ABOUT
}
