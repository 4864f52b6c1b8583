package io.hourglass.replay;

import io.hourglass.evidence.StoredFact;
import io.hourglass.evidence.details.Detail;
import io.hourglass.inquiry.intake.RecordFact.Recorded;
import io.hourglass.inquiry.intake.SubmitInquiry.Receipt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a replay took in. */
final class ReplayCounts {

    private long inquiries;
    private long facts;
    private long repeated;
    private long refused;
    private long late;
    private @Nullable Instant lastReceipt;
    private final List<PartLine> inPart = new ArrayList<>();

    void taken(Receipt receipt, LogEvent event) {
        if (!receipt.isNew()) {
            repeated++;
            return;
        }
        noteParts(event, receipt.fact());
        var receivedAt = event.at();
        inquiries++;
        if (lastReceipt == null || receivedAt.isAfter(lastReceipt)) {
            lastReceipt = receivedAt;
        }
    }

    void taken(Recorded recorded, LogEvent event) {
        if (!recorded.isNew()) {
            repeated++;
            return;
        }
        noteParts(event, recorded.fact());
        facts++;
        if (recorded.refusal() != null) {
            refused++;
        } else if (recorded.fact().late()) {
            late++;
        }
    }

    private void noteParts(LogEvent event, StoredFact fact) {
        var details = EnumSet.noneOf(Detail.class);
        details.addAll(event.inPart());
        details.addAll(fact.keptInPart());
        if (!details.isEmpty()) {
            inPart.add(new PartLine(event.line(), details));
        }
    }

    /** Lines of which a detail was kept in part, in the order in which they were taken. */
    List<PartLine> inPart() {
        return Collections.unmodifiableList(inPart);
    }

    long inquiries() {
        return inquiries;
    }

    /** Other than receipts. */
    long facts() {
        return facts;
    }

    /** Lines that said again what another line had said. */
    long repeated() {
        return repeated;
    }

    /** Facts that a rule refuses. */
    long refused() {
        return refused;
    }

    /** Facts that came after the books of their day had closed, and that no rule refuses. */
    long late() {
        return late;
    }

    /** Null as long as no inquiry came. */
    @Nullable
    Instant lastReceipt() {
        return lastReceipt;
    }
}
