package io.hourglass.chat.abnormal;

import io.hourglass.kernel.text.Sha256;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Optional;

/**
 * What is kept of a buyer's text: the beginning of SHA-256 over the buyer's pseudonym and the letters and digits of the text.
 * Two texts of one buyer that differ in case, width, blanks and signs alone have the same; those of two buyers do not, and
 * the text cannot be derived from it without the pseudonym.
 *
 * @param value 22 characters of base64url
 */
public record TextHash(String value) {

    private static final int LENGTH = 22;

    /**
     * @param shortest in letters and digits
     * @return empty for a shorter text: many honest buyers write the same greeting to many shops
     */
    public static Optional<TextHash> of(String pseudonym, String text, int shortest) {
        var letters = letters(text);
        return letters.codePointCount(0, letters.length()) < shortest
                ? Optional.empty()
                : Optional.of(new TextHash(Base64.getUrlEncoder()
                        .encodeToString(Sha256.of(pseudonym + ' ' + letters))
                        .substring(0, LENGTH)));
    }

    private static String letters(String text) {
        var letters = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .map(point -> Character.toLowerCase(Character.toUpperCase(point)))
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }
}
