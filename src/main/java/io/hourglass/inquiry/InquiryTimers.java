package io.hourglass.inquiry;

import io.hourglass.group.FiresInGroups;
import io.hourglass.kernel.InquiryId;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Locks the inquiries whose timers are about to fire, those of their referrals too, and reads for them. */
@Component
class InquiryTimers implements FiresInGroups {

    private final Inquiries inquiries;
    private final PairFiles files;

    InquiryTimers(Inquiries inquiries, PairFiles files) {
        this.inquiries = inquiries;
        this.files = files;
    }

    @Override
    public Set<String> processes() {
        return Set.of("inquiry", "referral");
    }

    @Override
    public void readAhead(List<String> businessKeys) {
        var locked = inquiries.lock(businessKeys.stream().map(InquiryId::new).toList());
        files.readAhead(locked.values(), List.of());
    }
}
