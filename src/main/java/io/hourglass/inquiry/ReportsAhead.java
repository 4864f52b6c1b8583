package io.hourglass.inquiry;

import io.hourglass.evidence.Facts;
import io.hourglass.group.LivingProcesses;
import io.hourglass.group.ReadAhead;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Locks the inquiries of many facts at once, and reads for them. */
@Component
class ReportsAhead implements ReadAhead<FactReport> {

    private final Facts facts;
    private final Inquiries inquiries;
    private final PairFiles files;
    private final LivingProcesses processes;

    ReportsAhead(Facts facts, Inquiries inquiries, PairFiles files, LivingProcesses processes) {
        this.facts = facts;
        this.inquiries = inquiries;
        this.files = files;
        this.processes = processes;
    }

    @Override
    public void load(List<FactReport> reports) {
        var locked = inquiries.lock(reports.stream().map(FactReport::inquiry).toList());
        facts.find(reports.stream()
                .flatMap(report -> Stream.concat(Stream.of(report.id()), Stream.ofNullable(report.about())))
                .toList());
        files.readAhead(locked.values());
        processes.readAhead(locked.keySet().stream().map(id -> id.value()).toList());
    }
}
