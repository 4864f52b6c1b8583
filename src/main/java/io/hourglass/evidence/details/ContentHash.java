package io.hourglass.evidence.details;

import static java.util.stream.Collectors.joining;

import io.hourglass.kernel.text.Sha256;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over a random salt and all that was sent under a fact's id, each value with its length before it, so that no two
 * sequences look alike. Once the salt is erased the content cannot be found by trying.
 *
 * @param salt 16 characters; null once the content has been erased
 * @param hash 43 characters, base64url
 */
public record ContentHash(@Nullable String salt, String hash) {

    private static final int SALT_BYTES = 12;
    private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** With a salt of its own. */
    public static ContentHash of(@Nullable Object... values) {
        var bytes = new byte[SALT_BYTES];
        RANDOM.nextBytes(bytes);
        var salt = Base64.getUrlEncoder().encodeToString(bytes);
        return new ContentHash(salt, hash(salt, values));
    }

    /** Whether it is the hash of these values; what has been erased is taken for the same. */
    public boolean fits(@Nullable Object... values) {
        return salt == null || hash.equals(hash(salt, values));
    }

    /** Without a salt, the same for the same values: an id for what has none. 64 hexadecimal digits. */
    public static String unsalted(@Nullable Object... values) {
        return HexFormat.of().formatHex(digest("", values));
    }

    private static String hash(String salt, @Nullable Object... values) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest(salt, values));
    }

    private static byte[] digest(String salt, @Nullable Object... values) {
        var text = new StringBuilder(salt);
        for (var value : values) {
            var shown = String.valueOf(value);
            text.append(value == null ? -1 : shown.length()).append(':').append(encodable(shown));
        }
        return Sha256.of(text.toString());
    }

    /** By its numbers if it holds halves of surrogate pairs, which have no form in UTF-8: all of them would look alike. */
    private static String encodable(String text) {
        return LONE_SURROGATE.matcher(text).find()
                ? text.chars().mapToObj("~%04x"::formatted).collect(joining())
                : text;
    }
}
