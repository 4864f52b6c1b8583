package io.hourglass.portal;

import org.jspecify.annotations.Nullable;

/** What somebody typed into a form: browsers end lines in a way of their own, and blanks around are nobody's words. */
public final class Typed {

    private Typed() {}

    /** Empty if nothing was. */
    public static String words(@Nullable String field) {
        return field == null ? "" : field.replace("\r\n", "\n").strip();
    }
}
