package io.hourglass.inquiry;

import io.hourglass.evidence.Facts;
import io.hourglass.group.LivingProcesses;
import io.hourglass.group.ReadAhead;
import io.hourglass.kernel.FactKind;
import io.hourglass.referral.ReferralCase;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Locks the inquiries of many facts at once, and reads for them. */
@Component
class ReportsAhead implements ReadAhead<FactReport> {

    private final Facts facts;
    private final Inquiries inquiries;
    private final PairFiles files;
    private final ReferralCase referrals;
    private final LivingProcesses processes;

    ReportsAhead(Facts facts, Inquiries inquiries, PairFiles files, ReferralCase referrals, LivingProcesses processes) {
        this.facts = facts;
        this.inquiries = inquiries;
        this.files = files;
        this.referrals = referrals;
        this.processes = processes;
    }

    @Override
    public void load(List<FactReport> reports) {
        var locked = inquiries.lock(reports.stream().map(FactReport::inquiry).toList());
        facts.find(reports.stream()
                .flatMap(report -> Stream.concat(Stream.of(report.id()), Stream.ofNullable(report.about())))
                .toList());
        files.readAhead(locked.values());
        readAheadForReferrals(reports);
        processes.readAhead(locked.keySet().stream().map(id -> id.value()).toList());
    }

    /** Of buyers who ask for alternatives; all inquiries of the group are locked by now, in their order. */
    private void readAheadForReferrals(List<FactReport> reports) {
        var asking = reports.stream()
                .filter(report -> report.kind() == FactKind.ALTERNATIVES_REQUESTED)
                .map(FactReport::inquiry)
                .toList();
        if (!asking.isEmpty()) {
            referrals.readAhead(asking);
        }
    }
}
