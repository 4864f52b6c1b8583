package io.hourglass.mailbox.boxes;

/** How reading a mailbox goes. Kept by its name: none may be named anew. */
public enum MailboxState {
    /** It has been connected or changed, and not been read since. */
    WAITING_FOR_FIRST,
    /** It was read whole the last time. */
    WORKING,
    /** It could not be read the last time, and is tried again soon; nobody has to do anything. */
    INTERRUPTED,
    /** The server takes neither password nor grant: the supplier has to renew it. */
    REFUSED,
    /** Where sent mails lie cannot be seen: the supplier has to name the folder. */
    NO_SENT_FOLDER,
    /** What is under the server's name is no mail server that may be used: the supplier has to correct it, or operations to allow it. */
    WRONG_SERVER,
    /** The secret cannot be decrypted: operations have to configure its key, or the supplier to enter it anew. */
    NO_KEY
}
