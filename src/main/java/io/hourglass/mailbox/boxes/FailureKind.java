package io.hourglass.mailbox.boxes;

import io.hourglass.mailbox.imap.MailboxFailure;

/** Why a mailbox could not be read. Kept by its name: none may be named anew. */
public enum FailureKind {
    /** There is no host of that name. */
    NAME_UNKNOWN(MailboxState.WRONG_SERVER),
    /** Its address or port is none that may be called. */
    ADDRESS_FORBIDDEN(MailboxState.WRONG_SERVER),
    /** No connection came about. */
    UNREACHABLE(MailboxState.INTERRUPTED),
    /** It took too long. */
    TIMED_OUT(MailboxState.INTERRUPTED),
    /** It cannot prove that it is the host of that name. */
    CERTIFICATE(MailboxState.WRONG_SERVER),
    /** It offers none. */
    NO_ENCRYPTION(MailboxState.WRONG_SERVER),
    /** It does not take user and password, or the grant. */
    REFUSED_LOGIN(MailboxState.REFUSED),
    /** It wants a code for programs in the place of the password, or a grant. */
    NEEDS_APP_CODE(MailboxState.REFUSED),
    /** It takes no passwords, only a grant of OAuth 2. */
    NEEDS_GRANT(MailboxState.REFUSED),
    /** IMAP is switched off in the mailbox's own settings. */
    IMAP_DISABLED(MailboxState.REFUSED),
    /** The provider of the grant says that it is revoked or has expired. */
    GRANT_ENDED(MailboxState.REFUSED),
    /** It takes the login for an unsafe one. */
    UNSAFE_LOGIN(MailboxState.REFUSED),
    /** Others hold as many connections as it allows. */
    TOO_MANY_CONNECTIONS(MailboxState.INTERRUPTED),
    /** No folder is marked or known as that of sent mails, or the one that the supplier named is not there. */
    NO_SENT_FOLDER(MailboxState.NO_SENT_FOLDER),
    /** The folder was numbered anew while it was read. */
    RENUMBERED(MailboxState.INTERRUPTED),
    /** The server ended the connection. */
    BROKEN_OFF(MailboxState.INTERRUPTED),
    /** What answers does not speak IMAP. */
    NOT_IMAP(MailboxState.WRONG_SERVER),
    /** It sent more than is read. */
    TOO_MUCH(MailboxState.INTERRUPTED),
    /** It says that something else failed. */
    SERVER_ERROR(MailboxState.INTERRUPTED),
    /** Password or token cannot be decrypted. */
    NO_KEY(MailboxState.NO_KEY),
    /** The provider of the grant cannot be reached, or is not configured. */
    NO_TOKEN(MailboxState.INTERRUPTED),
    /** What was read could not be taken: a fault of this program or its database. */
    NOT_TAKEN(MailboxState.INTERRUPTED);

    private final MailboxState state;

    FailureKind(MailboxState state) {
        this.state = state;
    }

    /** What a connection failed of. */
    public static FailureKind of(MailboxFailure.Kind kind) {
        return valueOf(kind.name());
    }

    /** In which state it leaves a mailbox. */
    public MailboxState state() {
        return state;
    }
}
