package io.hourglass.kernel.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;
import org.jspecify.annotations.Nullable;

/**
 * What people search by: the words of a text and of what they type, made alike (ADR 55). In lower case, without accents; of
 * Chinese each two characters that stand side by side; whatever is neither letter nor digit parts words. No word is left out
 * for being common, as it may be part of a name. A word consists of letters, digits and marks, none of which is special in SQL.
 */
public final class SearchTerms {

    /** In characters: what a column of terms holds. */
    public static final int MAX_LENGTH = 2000;

    private static final int MAX_WORD = 64;
    private static final Analyzer ANALYZER = new Words();

    /** Of these the first group alone is kept: it tells them apart, and each further one would take as much in an index. */
    private static final Pattern UUID = Pattern.compile(
            "(?i)(?<![a-z0-9])([0-9a-f]{8})-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![a-z0-9])");

    /** With a letter in it: all digits may be a day and a number. */
    private static final Pattern BEGUN_UUID =
            Pattern.compile("(?i)(?=.*[a-f])([0-9a-f]{8})(-|-[0-9a-f]{1,4}|(-[0-9a-f]{4}){1,3}-[0-9a-f]{0,12})");

    private SearchTerms() {}

    /** Those of all texts, each word once, separated by single blanks; empty if there are none. What is null has none. */
    public static String of(@Nullable String... texts) {
        var words = new LinkedHashSet<String>();
        for (var text : texts) {
            words.addAll(words(text));
        }
        return joined(words);
    }

    /** In the order in which they first stand there, as many as a column holds. */
    public static String joined(Collection<String> words) {
        var terms = new StringBuilder();
        for (var word : words) {
            if (terms.length() + 1 + word.length() <= MAX_LENGTH) {
                terms.append(terms.isEmpty() ? "" : " ").append(word);
            }
        }
        return terms.toString();
    }

    /** Whether one of the terms begins with the word. */
    public static boolean begin(String terms, String word) {
        return (" " + terms).contains(" " + word);
    }

    /**
     * Those of what is typed in a search; of the beginning of a UUID its first group. Of Chinese every second pair and the last
     * one: between them they hold each character, and a name that is typed whole is not too many words.
     */
    public static Set<String> typed(String text) {
        var begun = BEGUN_UUID.matcher(text.strip());
        var tokens = tokens(begun.matches() ? begun.group(1) : text);
        var words = new LinkedHashSet<String>();
        var taken = false;
        for (var at = 0; at < tokens.size(); at++) {
            var token = tokens.get(at);
            var between = at > 0
                    && at + 1 < tokens.size()
                    && token.follows(tokens.get(at - 1))
                    && tokens.get(at + 1).follows(token);
            taken = !between || !taken;
            if (taken) {
                words.add(token.word());
            }
        }
        return words;
    }

    /** Each once, in the order in which they first stand there. */
    public static Set<String> words(@Nullable String text) {
        var words = new LinkedHashSet<String>();
        if (text != null) {
            tokens(text).forEach(token -> words.add(token.word()));
        }
        return words;
    }

    /**
     * A word where it stands.
     *
     * @param isPair two Chinese characters, of which the second may begin the next pair
     */
    private record Token(String word, boolean isPair, int from, int to) {

        boolean follows(Token other) {
            return isPair && other.isPair && from < other.to;
        }
    }

    private static List<Token> tokens(String text) {
        var found = new ArrayList<Token>();
        try (var tokens = ANALYZER.tokenStream("terms", plain(text))) {
            var term = tokens.addAttribute(CharTermAttribute.class);
            var type = tokens.addAttribute(TypeAttribute.class);
            var place = tokens.addAttribute(OffsetAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                var isPair = type.type().equals(CJKBigramFilter.DOUBLE_TYPE);
                found.add(new Token(cut(term.toString()), isPair, place.startOffset(), place.endOffset()));
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** Upper case first: some letters have several small forms, such as the last sigma of a Greek word. */
    private static String plain(String text) {
        return UUID.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("$1")
                .codePoints()
                .map(point -> isOfWord(point) ? Character.toLowerCase(Character.toUpperCase(point)) : ' ')
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static boolean isOfWord(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> Character.isLetterOrDigit(point);
        };
    }

    private static String cut(String word) {
        if (word.length() <= MAX_WORD) {
            return word;
        }
        return word.substring(0, Character.isHighSurrogate(word.charAt(MAX_WORD - 1)) ? MAX_WORD - 1 : MAX_WORD);
    }

    private static final class Words extends Analyzer {

        @Override
        protected TokenStreamComponents createComponents(String field) {
            var words = new StandardTokenizer();
            return new TokenStreamComponents(words, new ASCIIFoldingFilter(new CJKBigramFilter(words)));
        }
    }
}
