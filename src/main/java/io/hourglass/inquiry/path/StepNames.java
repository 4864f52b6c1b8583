package io.hourglass.inquiry.path;

import io.hourglass.kernel.Messages;
import java.util.Locale;

/** What nodes and flows of the models are called in the reader's language. */
public final class StepNames {

    private StepNames() {}

    /**
     * @param inModel the name that the model has, which is English
     * @param locale Chinese, or else English
     */
    public static String of(ProcessNode step, String inModel, Locale locale) {
        var words = Messages.of("io.hourglass.inquiry.steps", locale);
        var key = step.process() + "." + step.id();
        return words.containsKey(key) ? words.getString(key) : inModel;
    }
}
