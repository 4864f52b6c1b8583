package io.hourglass.mailbox.secrets;

/** A kept secret cannot be decrypted. */
public class SecretUnreadable extends Exception {

    private static final long serialVersionUID = 1L;

    SecretUnreadable(String why) {
        super(why);
    }
}
