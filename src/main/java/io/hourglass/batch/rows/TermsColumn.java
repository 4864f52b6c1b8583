package io.hourglass.batch.rows;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Asks a column of terms, which are separated by single blanks, for some that begin with words (ADR 55). Words are letters, digits
 * and marks, so that none is special in a pattern.
 */
public final class TermsColumn {

    private TermsColumn() {}

    /** The condition that terms of the column {@code terms} begin with all of so many words; true for none. */
    public static String holdAll(int words) {
        return "true" + " and ' ' || terms like ?".repeat(words);
    }

    /** The values of its places, and those that follow. */
    public static List<Object> values(Collection<String> words, Object... further) {
        var values = new ArrayList<Object>();
        words.forEach(word -> values.add(beginning(word)));
        values.addAll(List.of(further));
        return values;
    }

    /** For {@code ' ' || terms like ?}. */
    public static String beginning(String word) {
        return "% " + word + "%";
    }
}
