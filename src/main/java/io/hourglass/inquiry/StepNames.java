package io.hourglass.inquiry;

import java.util.Locale;
import java.util.ResourceBundle;

/** What nodes and flows of the models are called in the reader's language. */
public final class StepNames {

    private static final ResourceBundle CHINESE =
            ResourceBundle.getBundle("io.hourglass.inquiry.steps", Locale.CHINESE);

    private StepNames() {}

    /**
     * @param inModel the name that the model has, which is English
     * @param locale Chinese, or else English
     */
    public static String of(ProcessNode step, String inModel, Locale locale) {
        var key = step.process() + "." + step.id();
        return isChinese(locale) && CHINESE.containsKey(key) ? CHINESE.getString(key) : inModel;
    }

    private static boolean isChinese(Locale locale) {
        return locale.getLanguage().equals(Locale.CHINESE.getLanguage());
    }
}
