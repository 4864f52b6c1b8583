package io.hourglass.portal.operations;

import io.hourglass.operations.ProcessMap;
import io.hourglass.operations.Workflow;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What models and their steps are called in the reader's language. */
@Component
class Words {

    private final MessageSource messages;
    private final ProcessMap map;

    Words(MessageSource messages, ProcessMap map) {
        this.messages = messages;
        this.map = map;
    }

    /** A step for which there are no words has the name that the model gives it. */
    String step(Workflow model, String step, Locale locale) {
        var name = messages.getMessage("operations.step." + step, null, null, locale);
        return name == null ? map.nameOf(model, step) : name;
    }

    /** The same, by the engine's name of the model. */
    String step(String process, String step, Locale locale) {
        return Workflow.withKey(process).map(model -> step(model, step, locale)).orElse(step);
    }

    String model(String process, Locale locale) {
        return Workflow.withKey(process)
                .map(model -> say("operations.model." + model.shortName(), locale))
                .orElse(process);
    }

    String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
