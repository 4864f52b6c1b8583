package io.hourglass.market.profiles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.jspecify.annotations.Nullable;

/** Words by which products are found: of English in lower case without the common ones, of Chinese each two characters. */
public final class ProductWords {

    public static final int MAX_LENGTH = 64;

    private static final int SHORTEST = 2;
    private static final int MAX = 400;
    private static final Analyzer ANALYZER = new CJKAnalyzer();

    private ProductWords() {}

    /** In the order in which they first stand there; of a text with more than 400 of them the first 400. */
    public static Set<String> of(@Nullable String text) {
        var words = new LinkedHashSet<String>();
        if (text == null) {
            return words;
        }
        try (var tokens = ANALYZER.tokenStream("products", text)) {
            var token = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken() && words.size() < MAX) {
                keep(token.toString(), words);
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private static void keep(String word, Set<String> words) {
        if (word.length() >= SHORTEST
                && word.length() <= MAX_LENGTH
                && !word.chars().allMatch(Character::isDigit)) {
            words.add(singular(word));
        }
    }

    /** As far as finding needs it: pumps and pump are one word. */
    private static String singular(String word) {
        return word.length() > SHORTEST + 1 && word.endsWith("s") && !word.endsWith("ss")
                ? word.substring(0, word.length() - 1)
                : word;
    }
}
