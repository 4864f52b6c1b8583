package io.hourglass.inquiry;

import java.util.Locale;
import java.util.ResourceBundle;

/** What nodes and flows of the models are called in the reader's language. */
public final class StepNames {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private StepNames() {}

    /**
     * @param inModel the name that the model has, which is English
     * @param locale Chinese, or else English
     */
    public static String of(ProcessNode step, String inModel, Locale locale) {
        var words = ResourceBundle.getBundle("io.hourglass.inquiry.steps", locale, NO_FALLBACK);
        var key = step.process() + "." + step.id();
        return words.containsKey(key) ? words.getString(key) : inModel;
    }
}
