package io.hourglass.portal.operations;

import io.hourglass.operations.work.Stops.Stopped;
import io.hourglass.operations.work.Workflow;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that is suspended, as a row of a table.
 *
 * @param process what its model is called
 * @param step what its step is called; null for a whole definition or instance
 * @param inquiry whose process it is; null for that of a day or a dispute, and for what is no process
 * @param dispute null for what is none
 * @param cockpit where it can be resumed
 */
record Halt(
        Stopped stopped,
        String process,
        @Nullable String step,
        @Nullable String inquiry,
        @Nullable String dispute,
        String cockpit) {

    private static final String COCKPIT = "/camunda/app/cockpit/default/#/";
    private static final Set<String> OF_INQUIRIES = Set.of(Workflow.INQUIRY.key(), Workflow.REFERRAL.key());

    static Halt of(Stopped stopped, Words words, Locale locale) {
        var step = stopped.step();
        var instance = stopped.instance();
        return new Halt(
                stopped,
                words.model(stopped.process(), locale),
                step == null ? null : words.step(stopped.process(), step, locale),
                OF_INQUIRIES.contains(stopped.process()) ? stopped.key() : null,
                Workflow.DISPUTE.key().equals(stopped.process()) ? stopped.key() : null,
                COCKPIT
                        + (instance == null
                                ? "process-definition/" + stopped.definition()
                                : "process-instance/" + instance)
                        + "/runtime");
    }
}
