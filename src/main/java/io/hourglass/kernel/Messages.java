package io.hourglass.kernel;

import java.util.Locale;
import java.util.ResourceBundle;

/** Words of our own: those of the reader's language, or else the English ones, whatever language the machine has. */
public final class Messages {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Messages() {}

    /** @param name as {@link ResourceBundle} has it; the file without a language is the English one */
    public static ResourceBundle of(String name, Locale locale) {
        return ResourceBundle.getBundle(name, locale, NO_FALLBACK);
    }
}
