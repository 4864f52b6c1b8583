package io.hourglass.mail.words;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A list of phrases: a file beside this class, each line a language and a phrase, under a heading in brackets. */
public final class Phrases {

    private static final String QUOTES = "\"'\u201c\u201d\u201e\u00ab\u00bb\u300c\u300e\u300a";

    /** By their first characters: at each place few are compared. */
    private final Map<Character, List<String>> phrases;

    private Phrases(List<String> phrases) {
        this.phrases = phrases.stream().collect(Collectors.groupingBy(phrase -> phrase.charAt(0)));
    }

    /** @param heading one of the file, without its brackets */
    public static Phrases of(String file, String heading) {
        var found = new ArrayList<String>();
        var wanted = false;
        for (var line : lines(file)) {
            if (line.startsWith("[")) {
                wanted = line.equals("[" + heading + "]");
            } else if (wanted && !line.isBlank() && !line.startsWith("#")) {
                found.add(Folded.of(line.substring(line.indexOf(' ') + 1)));
            }
        }
        if (found.isEmpty()) {
            throw new IllegalArgumentException(file + " has nothing under " + heading);
        }
        return new Phrases(found);
    }

    private static List<String> lines(String file) {
        var stream = Objects.requireNonNull(Phrases.class.getResourceAsStream(file), file);
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<String> at(String folded, int place) {
        return place >= folded.length()
                ? Stream.empty()
                : phrases.getOrDefault(folded.charAt(place), List.of()).stream()
                        .filter(phrase -> folded.startsWith(phrase, place));
    }

    /** Whether a folded subject begins with one, in whatever way it goes on. */
    public boolean begin(String folded) {
        return at(folded, 0).findAny().isPresent();
    }

    /** Whether a folded subject begins with one, whose last word ends there. */
    public boolean beginWords(String folded) {
        return at(folded, 0).anyMatch(phrase -> isWhole(folded, phrase, 0));
    }

    /** Whether a folded subject is one, or begins with one before a mark such as a colon: it does not go on as a sentence. */
    public boolean head(String folded) {
        return at(folded, 0).anyMatch(phrase -> isHead(folded.substring(phrase.length())));
    }

    private static boolean isHead(String rest) {
        var next = rest.stripLeading();
        return next.isEmpty() || !(isOfAWord(next) || (!rest.equals(next) && isQuote(next.charAt(0))));
    }

    private static boolean isOfAWord(String text) {
        return Character.isLetterOrDigit(text.codePointAt(0)) || text.startsWith("'");
    }

    private static boolean isQuote(char mark) {
        return QUOTES.indexOf(mark) >= 0;
    }

    /** Whether a sentence of a folded text begins with one, within so many characters. */
    public boolean startASentence(String folded, int within) {
        var flat = folded.replace('\n', ' ');
        return IntStream.range(0, Math.min(within, flat.length()))
                .filter(place -> isStart(folded, place))
                .anyMatch(place -> at(flat, place).anyMatch(phrase -> isWhole(flat, phrase, place)));
    }

    private static boolean isStart(String folded, int place) {
        if (place == 0 || folded.charAt(place - 1) == '\n') {
            return true;
        }
        var blank = folded.charAt(place - 1) == ' ' && place > 1;
        var before = folded.charAt(blank ? place - 2 : place - 1);
        return !Character.isLetterOrDigit(before) && !isQuote(before);
    }

    /** A phrase in Latin letters ends where a word ends; in other scripts words change at their ends, or have no blanks. */
    private static boolean isWhole(String flat, String phrase, int place) {
        var end = place + phrase.length();
        return end == flat.length() || !isLatin(phrase.charAt(phrase.length() - 1)) || !isLatin(flat.charAt(end));
    }

    private static boolean isLatin(char letter) {
        return Character.isLetter(letter) && Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN;
    }
}
