package io.hourglass.portal.operations;

import io.hourglass.operations.work.Incidents.Incident;
import io.hourglass.operations.work.Workflow;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that failed, as a row of a table.
 *
 * @param inquiry whose process it is; null for that of a day or a dispute
 * @param dispute null for what is none
 */
record Failure(Incident incident, String process, String step, @Nullable String inquiry, @Nullable String dispute) {

    private static final Set<String> OF_INQUIRIES = Set.of(Workflow.INQUIRY.key(), Workflow.REFERRAL.key());

    static Failure of(Incident incident, Words words, Locale locale) {
        return new Failure(
                incident,
                words.model(incident.process(), locale),
                words.step(incident.process(), incident.step(), locale),
                OF_INQUIRIES.contains(incident.process()) ? incident.key() : null,
                Workflow.DISPUTE.key().equals(incident.process()) ? incident.key() : null);
    }
}
