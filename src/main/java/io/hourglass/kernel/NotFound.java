package io.hourglass.kernel;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Something was asked for, or a fact was sent for it, that Hourglass does not know. */
public class NotFound extends RuntimeException {

    private final String sentence;
    private final String what;
    private final String id;
    private final List<String> more;

    public NotFound(String what, String id) {
        this(what.replace(' ', '_'), what, id);
    }

    /**
     * @param sentence the key of the words that say it, in {@code notKnown*.properties}
     * @param more what the sentence says beside the id
     */
    public NotFound(String sentence, String what, String id, String... more) {
        super("no " + what + " with the id " + id);
        this.sentence = sentence;
        this.what = what;
        this.id = id;
        this.more = List.of(more);
    }

    public String what() {
        return what;
    }

    public String id() {
        return id;
    }

    /**
     * As a page says it.
     *
     * @param id to stand beside the sentence; null where the sentence has it, as it is the number of a version, a date or a name
     */
    public record OnPage(String sentence, @Nullable String id) {}

    /** @param locale Chinese, or else English */
    public OnPage onPage(Locale locale) {
        var key = sentence + ".PAGE";
        return words(locale).containsKey(key)
                ? new OnPage(said(key, locale), id)
                : new OnPage(said(sentence, locale), null);
    }

    /**
     * As programs read it: There is no inquiry “inq-1001”.
     *
     * @param locale Chinese, or else English
     */
    public String inWords(Locale locale) {
        return said(sentence, locale);
    }

    private String said(String key, Locale locale) {
        var values = Stream.concat(Stream.of(id), more.stream()).toArray();
        return new MessageFormat(words(locale).getString(key), locale).format(values);
    }

    private static ResourceBundle words(Locale locale) {
        return Messages.of("io.hourglass.kernel.notKnown", locale);
    }
}
