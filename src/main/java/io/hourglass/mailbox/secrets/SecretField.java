package io.hourglass.mailbox.secrets;

/** What a secret of a mailbox is. Kept by its name, and a part of what its encryption proves: none may be named anew. */
public enum SecretField {
    /** A password, or the code for programs that a provider gives in its place. */
    PASSWORD,
    /** By which access tokens of OAuth 2 are asked for. */
    REFRESH_TOKEN
}
