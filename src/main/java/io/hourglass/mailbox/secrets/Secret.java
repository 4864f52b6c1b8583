package io.hourglass.mailbox.secrets;

/** A password, an app code or a token. Nothing shows it. */
public record Secret(String value) {

    @Override
    public String toString() {
        return "Secret[…]";
    }
}
