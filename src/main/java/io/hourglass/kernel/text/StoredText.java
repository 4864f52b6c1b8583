package io.hourglass.kernel.text;

import io.hourglass.kernel.InvalidInput;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** What people write, as it can be kept. */
public final class StoredText {

    private static final char REPLACEMENT = '\uFFFD';

    private StoredText() {}

    /**
     * The input of a form: browsers' line ends are normalized, and surrounding blanks removed.
     *
     * @param field null if the form has no such field
     * @return empty if nothing was typed
     */
    public static String typed(@Nullable String field) {
        return field == null ? "" : field.replace("\r\n", "\n").strip();
    }

    /** @throws InvalidInput for words with characters that cannot be stored, so that no search would find them */
    public static void check(String field, String words) {
        if (!isStorable(words)) {
            throw new InvalidInput(field, words, "without NUL or half of a surrogate pair");
        }
    }

    /**
     * As much of it as can be kept: NUL and halves of surrogate pairs are replaced by U+FFFD, and what goes beyond the
     * limit is cut off between two code points.
     *
     * @param most in characters as Java counts them
     */
    public static String kept(String sent, int most) {
        return cut(isStorable(sent) ? sent : mapped(sent, point -> isStorable(point) ? point : REPLACEMENT), most);
    }

    /** The same on one line: controls become blanks, and there are none at either end. */
    public static String keptLine(String sent, int most) {
        var line = mapped(sent, point -> isStorable(point) ? Character.isISOControl(point) ? ' ' : point : REPLACEMENT);
        return cut(line.strip(), most).strip();
    }

    private static String mapped(String text, IntUnaryOperator replacing) {
        return text.codePoints()
                .map(replacing)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    /** Whether both databases can keep it: neither NUL nor half of a surrogate pair is in it. */
    public static boolean isStorable(String text) {
        return text.codePoints().allMatch(StoredText::isStorable);
    }

    private static boolean isStorable(int point) {
        return point != 0 && Character.getType(point) != Character.SURROGATE;
    }
}
