package io.hourglass.kernel;

import org.jspecify.annotations.Nullable;

/** What people write, as it can be kept. */
public final class StoredText {

    private StoredText() {}

    /**
     * What somebody typed into a form: browsers end lines in a way of their own, and blanks around are nobody's words.
     *
     * @param field null if the form has no such field
     * @return empty if nothing was typed
     */
    public static String typed(@Nullable String field) {
        return field == null ? "" : field.replace("\r\n", "\n").strip();
    }

    /** @throws BadInput for words that no text kept can hold, so that no search finds them */
    public static void checkSought(String field, String words) {
        if (!isStorable(words)) {
            throw new BadInput(field, words, "without NUL or half of a surrogate pair");
        }
    }

    /** Whether both databases can keep it: neither NUL nor half of a surrogate pair is in it. */
    public static boolean isStorable(String text) {
        return text.codePoints().noneMatch(point -> point == 0 || Character.getType(point) == Character.SURROGATE);
    }
}
