package io.hourglass.mail;

/** Who wrote a mail. */
public enum MailClass {
    /** Nothing says that a program wrote it. */
    PERSON,
    /** A program answered for somebody, or reports that a mail was displayed, or marked as spam. */
    AUTOMATIC,
    /** A mail system reports that a mail was not delivered, or not yet. */
    BOUNCE,
    /** It was sent to many, or through a list. */
    BULK,
    /** It cannot be said: a person looks at it, and until then the policy says whether it counts. */
    UNSURE
}
