package io.hourglass.kernel;

/** What people write, as it can be kept. */
public final class StoredText {

    private StoredText() {}

    /** Whether both databases can keep it: neither NUL nor half of a surrogate pair is in it. */
    public static boolean isStorable(String text) {
        return text.codePoints().noneMatch(point -> point == 0 || Character.getType(point) == Character.SURROGATE);
    }
}
