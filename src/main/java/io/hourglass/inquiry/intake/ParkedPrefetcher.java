package io.hourglass.inquiry.intake;

import io.hourglass.batch.Prefetcher;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class ParkedPrefetcher implements Prefetcher<Submission> {

    private final ParkedFacts parked;

    ParkedPrefetcher(ParkedFacts parked) {
        this.parked = parked;
    }

    @Override
    public void load(List<Submission> submissions) {
        parked.of(submissions.stream().map(Submission::id).toList());
    }
}
