package io.hourglass.inquiry.pairs;

import io.hourglass.batch.processes.BatchableTimers;
import io.hourglass.inquiry.Inquiries;
import io.hourglass.kernel.ids.InquiryId;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Locks the inquiries whose timers are about to fire, those of their referrals too, and reads for them. */
@Component
class InquiryTimers implements BatchableTimers {

    private final Inquiries inquiries;
    private final PairPrefetcher pairs;

    InquiryTimers(Inquiries inquiries, PairPrefetcher pairs) {
        this.inquiries = inquiries;
        this.pairs = pairs;
    }

    @Override
    public Set<String> processes() {
        return Set.of("inquiry", "referral");
    }

    @Override
    public void readAhead(List<String> businessKeys) {
        var locked = inquiries.lock(businessKeys.stream().map(InquiryId::new).toList());
        pairs.prefetch(locked.values(), List.of());
    }
}
