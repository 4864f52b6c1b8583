package io.hourglass.chat.steps;

import io.hourglass.batch.processes.BatchableTimers;
import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.consultations.Consultations;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Locks the consultations whose timers are about to fire, and reads for them. */
@Component
class ConsultationTimers implements BatchableTimers {

    private final Consultations consultations;
    private final ConsultationPrefetcher prefetcher;

    ConsultationTimers(Consultations consultations, ConsultationPrefetcher prefetcher) {
        this.consultations = consultations;
        this.prefetcher = prefetcher;
    }

    @Override
    public Set<String> processes() {
        return Set.of(ConsultationCourse.PROCESS);
    }

    /** All are due at one instant, and late facts decide for hours after it. */
    @Override
    public boolean giveWay() {
        return true;
    }

    @Override
    public void readAhead(List<String> businessKeys) {
        var held = consultations.lock(
                businessKeys.stream().map(ConsultationId::new).toList());
        prefetcher.prefetch(held.values());
    }
}
