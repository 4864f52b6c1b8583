package io.hourglass.chat.intake;

import io.hourglass.batch.processes.LivingProcesses;
import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.consultations.Consultations;
import io.hourglass.chat.steps.ConsultationPrefetcher;
import io.hourglass.evidence.Facts;
import io.hourglass.rate.books.VerdictEntries;
import java.util.List;
import org.springframework.stereotype.Component;

/** Locks consultations, and reads what will be asked for them and for those that there are not yet. */
@Component
class ConsultationsAhead {

    private final Consultations consultations;
    private final Facts facts;
    private final ConsultationPrefetcher prefetcher;
    private final VerdictEntries entries;
    private final LivingProcesses processes;

    ConsultationsAhead(
            Consultations consultations,
            Facts facts,
            ConsultationPrefetcher prefetcher,
            VerdictEntries entries,
            LivingProcesses processes) {
        this.consultations = consultations;
        this.facts = facts;
        this.prefetcher = prefetcher;
        this.entries = entries;
        this.processes = processes;
    }

    void prefetch(List<ConsultationId> ids) {
        var held = consultations.lock(ids);
        facts.of(ids);
        entries.latestOf(ids);
        prefetcher.prefetch(held.values());
        processes.readAhead(ids.stream().map(ConsultationId::value).toList());
    }
}
