package io.hourglass.web.errors;

import io.hourglass.kernel.Messages;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** A broken rule in the reader's language. The rules of the API are in English; those of pages have Chinese words too. */
final class RuleWords {

    private static final String BUNDLE = "io.hourglass.web.errors.rules";
    private static final String ONE_OF = "one of ";
    private static final String OTHER = "rule.other";

    private RuleWords() {}

    /** @param locale Chinese, or else English */
    static String of(BrokenField broken, Locale locale) {
        var words = Messages.of(BUNDLE, locale);
        var pattern = words.getString(broken.value() == null ? "sentence.missing" : "sentence");
        return MessageFormat.format(pattern, broken.field(), broken.value(), rule(broken.rule(), words));
    }

    private static String rule(String rule, ResourceBundle words) {
        return rule.startsWith(ONE_OF)
                ? MessageFormat.format(words.getString("rule.oneOf"), rule.substring(ONE_OF.length()))
                : MessageFormat.format(words.getString(key(rule)), rule);
    }

    private static String key(String rule) {
        var english = Messages.of(BUNDLE, Locale.ENGLISH);
        return english.keySet().stream()
                .filter(key -> key.startsWith("rule.") && english.getString(key).equals(rule))
                .findFirst()
                .orElse(OTHER);
    }
}
