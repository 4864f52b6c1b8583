package io.hourglass.kernel.text;

import java.util.Base64;

/** Bytes as a part of an address, which needs no encoding: Base64 for addresses, without padding (RFC 4648, 5). */
public final class UrlBase64 {

    private static final int LONGEST = 1_000;

    private UrlBase64() {}

    public static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Only as it was written: the decoder would let a few bits of the last character, and padding, be anything.
     *
     * @return nothing for what is longer than 1,000 characters, or was not written so
     */
    public static byte[] decoded(String text) {
        if (text.length() > LONGEST) {
            return new byte[0];
        }
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            return encoded(bytes).equals(text) ? bytes : new byte[0];
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
