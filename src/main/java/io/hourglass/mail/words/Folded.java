package io.hourglass.mail.words;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text as it is compared: in lower case, without accents and the dot of an i, full-width forms as plain ones, a hyphen within a word as a blank,
 * and blanks in a row as one. A row of blanks with a line break in it becomes one line break.
 */
public final class Folded {

    /** What is longer is cut before it is compared: nothing that names a program stands further down. */
    static final int MOST = 8_000;

    private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}+");
    private static final Pattern HYPHENS = Pattern.compile("(?<=\\p{L})[-\u2010\u2011](?=\\p{L})");
    private static final Pattern APOSTROPHES = Pattern.compile("[\u2018\u2019\u02bc`\u00b4]");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\u0000]+");
    private static final Pattern LINE_BREAKS = Pattern.compile("[\\h\\v]*+\\v[\\h\\v]*+");
    private static final Pattern BLANKS = Pattern.compile("\\h++");

    private Folded() {}

    public static String of(String text) {
        var cut = text.length() > MOST ? text.substring(0, MOST) : text;
        var plain = INVISIBLE
                .matcher(Normalizer.normalize(cut, Normalizer.Form.NFKC))
                .replaceAll("");
        var even = APOSTROPHES
                .matcher(plain)
                .replaceAll("'")
                .toLowerCase(Locale.ROOT)
                .replace('\u0131', 'i');
        var bare =
                ACCENTS.matcher(Normalizer.normalize(even, Normalizer.Form.NFD)).replaceAll("");
        var words =
                HYPHENS.matcher(Normalizer.normalize(bare, Normalizer.Form.NFC)).replaceAll(" ");
        var lines = LINE_BREAKS.matcher(words).replaceAll("\n");
        return BLANKS.matcher(lines).replaceAll(" ").strip();
    }
}
