package io.hourglass.mailbox.secrets;

/**
 * A secret as it is kept.
 *
 * @param key the id of the key that opens it
 * @param text nonce, what is encrypted, and the proof that it is whole, in Base64
 */
public record SealedSecret(String key, String text) {}
