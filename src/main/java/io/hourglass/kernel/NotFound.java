package io.hourglass.kernel;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

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
     * A sentence: There is no inquiry “inq-1001”.
     *
     * @param locale Chinese, or else English
     */
    public String inWords(Locale locale) {
        var pattern = Messages.of("io.hourglass.kernel.notKnown", locale).getString(sentence);
        var said = Stream.concat(Stream.of(id), more.stream()).toArray();
        return new MessageFormat(pattern, locale).format(said);
    }
}
