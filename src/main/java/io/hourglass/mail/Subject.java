package io.hourglass.mail;

import io.hourglass.mail.words.Folded;
import io.hourglass.mail.words.Phrases;
import java.util.regex.Pattern;

/**
 * A subject, folded, without the tags before it.
 *
 * @param text begins behind the tags of lists and filters, such as {@code [list]}
 * @param isReply whether a mail program made it of another: an answer, or a mail passed on
 */
record Subject(String text, boolean isReply) {

    private static final Phrases CERTAIN = Phrases.of("automatic-subjects.txt", "certain");
    private static final Phrases POSSIBLE = Phrases.of("automatic-subjects.txt", "possible");
    private static final Phrases SENTENCES = Phrases.of("automatic-subjects.txt", "sentences");
    private static final Phrases BOUNCE = Phrases.of("bounce-subjects.txt", "possible");

    private static final int MOST_TAGS = 5;

    private static final Pattern LAST_TAG = Pattern.compile("[\\[(\u3010]([^\\[\\](\u3010)\u3011]{1,60})[\\])\u3011]$");

    /** The out-of-office agent of Notes: {@code AUTO: Name/Unit is out of the office (returning 2 May)}, in its languages. */
    private static final Pattern NOTES = Pattern.compile(
            "^(auto ?: ?)?.{1,200}? (?:is|ist|est|esta|e) (?:currently )?(?:out of the office|nicht im buro|au\u00dfer haus"
                    + "|abwesend|absent(?:\\(?e\\)?)?(?: du bureau)?|fuera de la oficina|fuori ufficio|fuori sede)"
                    + "(?: ?\\(.{1,60}\\))?\\.?$");

    static Subject of(String raw) {
        var text = Folded.of(raw).replace('\n', ' ');
        for (var tags = 0; tags < MOST_TAGS; tags++) {
            var tag = SubjectPrefixes.TAG.matcher(text);
            if (!tag.find()) {
                break;
            }
            var inner = tag.group(1) == null ? tag.group(2) : tag.group(1);
            if (CERTAIN.head(inner.strip()) || BOUNCE.begin(inner.strip())) {
                return new Subject(inner.strip() + ": " + text.substring(tag.end()), false);
            }
            text = text.substring(tag.end());
        }
        return new Subject(text, SubjectPrefixes.begin(text));
    }

    boolean isAutomatic() {
        return !isReply && (CERTAIN.head(text) || lastTagIsAutomatic());
    }

    boolean mayBeAutomatic() {
        return isReply
                ? lastTagIsAutomatic()
                : POSSIBLE.head(text) || SENTENCES.beginWords(text) || CERTAIN.beginWords(text) || isOfNotes();
    }

    private boolean lastTagIsAutomatic() {
        var tag = LAST_TAG.matcher(text);
        return tag.find() && CERTAIN.head(tag.group(1).strip());
    }

    /** As the agent of Notes writes it, with or without the mark before it. */
    boolean isOfNotes() {
        return !isReply && NOTES.matcher(text).matches();
    }

    boolean isMarkedByNotes() {
        var found = NOTES.matcher(text);
        return !isReply && found.matches() && found.group(1) != null;
    }

    boolean isOfBounce() {
        return !isReply && BOUNCE.begin(text);
    }
}
