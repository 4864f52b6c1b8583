package io.hourglass.mailbox.imap;

/**
 * Where a mailbox is, and how to get in.
 *
 * @param host a name, or an address in digits
 * @param user as the server knows it, mostly the mail address
 */
public record Login(String host, int port, Security security, String user, Secret secret) {

    public enum Security {
        /** From the first byte, on port 993 as a rule. */
        IMPLICIT_TLS,
        /** From the command STARTTLS on, on port 143 as a rule. Where the server offers none, nothing is said to it. */
        STARTTLS,
        /** None, where the configuration allows it. */
        PLAIN
    }

    /** A password, or an app code in its place; or what OAuth 2 granted. Nothing prints it. */
    public record Secret(Kind kind, String text) {

        public enum Kind {
            PASSWORD,
            /** An access token of OAuth 2, for XOAUTH2. */
            ACCESS_TOKEN
        }

        public static Secret password(String text) {
            return new Secret(Kind.PASSWORD, text);
        }

        public static Secret accessToken(String text) {
            return new Secret(Kind.ACCESS_TOKEN, text);
        }

        @Override
        public String toString() {
            return kind.name();
        }
    }
}
