package io.hourglass.chat.steps;

import io.hourglass.chat.cases.JudgedConsultations;
import io.hourglass.chat.consultations.KeptConsultation;
import io.hourglass.rate.books.VerdictEntries;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Prefetches for a batch what judging consultations and the books will ask for each. */
@Component
public class ConsultationPrefetcher {

    private final JudgedConsultations cases;
    private final VerdictEntries entries;

    ConsultationPrefetcher(JudgedConsultations cases, VerdictEntries entries) {
        this.cases = cases;
        this.entries = entries;
    }

    public void prefetch(Collection<KeptConsultation> some) {
        if (!some.isEmpty()) {
            cases.of(List.copyOf(some));
            entries.latestOf(some.stream().map(KeptConsultation::id).toList());
        }
    }
}
