package io.hourglass.kernel.facts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the ids in the headers of a mail, in the form in which two of them are compared. */
public final class MessageId {

    private MessageId() {}

    /**
     * The one id of a mail: without brackets and blanks, and in small letters behind the last {@code @}. Empty if nothing is
     * left of it.
     */
    public static Optional<String> normal(String id) {
        var bare = new StringBuilder();
        id.codePoints().filter(point -> !isBracket(point) && !isBlank(point)).forEach(bare::appendCodePoint);
        if (bare.isEmpty()) {
            return Optional.empty();
        }
        var at = bare.lastIndexOf("@");
        return Optional.of(
                at < 0
                        ? bare.toString()
                        : bare.substring(0, at) + bare.substring(at).toLowerCase(Locale.ROOT));
    }

    /**
     * What a mail answers, in the order in which the ids are asked: those of In-Reply-To in theirs, then those of References
     * from the last to the first. One that comes again is left out.
     *
     * @param inReplyTo each the text of a header, of any number of ids in brackets or without; empty where there is none
     * @param references the same
     * @return each as {@link #normal} has it
     */
    public static List<String> answered(Collection<String> inReplyTo, Collection<String> references) {
        var answered = new LinkedHashSet<>(listed(inReplyTo));
        var upwards = listed(references);
        Collections.reverse(upwards);
        answered.addAll(upwards);
        return List.copyOf(answered);
    }

    private static List<String> listed(Collection<String> headers) {
        var ids = new ArrayList<String>();
        headers.forEach(header -> read(header, ids));
        return ids;
    }

    /** An id ends with its bracket; without brackets with a blank, a comma or the next bracket. */
    private static void read(String header, List<String> ids) {
        var id = new StringBuilder();
        var bracketed = false;
        for (var index = 0; index < header.length(); index++) {
            var letter = header.charAt(index);
            if (isBracket(letter) || (!bracketed && (isBlank(letter) || letter == ','))) {
                normal(id.toString()).ifPresent(ids::add);
                id.setLength(0);
                bracketed = letter == '<' && closes(header, index);
            } else {
                id.append(letter);
            }
        }
        normal(id.toString()).ifPresent(ids::add);
    }

    /** Whether the bracket that opens here is closed before another one opens. */
    private static boolean closes(String header, int bracket) {
        var close = header.indexOf('>', bracket);
        var next = header.indexOf('<', bracket + 1);
        return close >= 0 && (next < 0 || close < next);
    }

    private static boolean isBracket(int point) {
        return point == '<' || point == '>';
    }

    private static boolean isBlank(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point);
    }
}
