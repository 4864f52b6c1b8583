package io.hourglass.portal.operations;

import io.hourglass.operations.map.ProcessMap;
import io.hourglass.operations.work.Workflow;
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

    /** @param process the engine's name of the model */
    String step(String process, String step, Locale locale) {
        return Workflow.withKey(process)
                .map(model -> map.nameOf(model, step, locale))
                .orElse(step);
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
