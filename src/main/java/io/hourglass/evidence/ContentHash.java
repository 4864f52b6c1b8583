package io.hourglass.evidence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** SHA-256 over a sequence of values, each with its length before it, so that no two sequences look alike. */
public final class ContentHash {

    private ContentHash() {}

    /** @return 64 hexadecimal digits */
    public static String of(@Nullable Object... values) {
        var text = new StringBuilder();
        for (var value : values) {
            var shown = String.valueOf(value);
            text.append(value == null ? -1 : shown.length()).append(':').append(shown);
        }
        return HexFormat.of().formatHex(sha256().digest(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
