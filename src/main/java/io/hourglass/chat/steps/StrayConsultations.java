package io.hourglass.chat.steps;

import io.hourglass.chat.ConsultationId;
import java.util.List;

/** Consultations whose processes do not seem to be where they should be, by our rows and the engine's together. */
public interface StrayConsultations {

    /**
     * In no order that means anything: open ones whose process is missing or has no timer.
     *
     * @param limit how many at the most
     */
    List<ConsultationId> find(int limit);
}
