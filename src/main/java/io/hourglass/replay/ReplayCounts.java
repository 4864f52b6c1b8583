package io.hourglass.replay;

import io.hourglass.inquiry.RecordFact.Recorded;
import io.hourglass.inquiry.SubmitInquiry.Receipt;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a replay took in. */
final class ReplayCounts {

    private long inquiries;
    private long facts;
    private long repeated;
    private long refused;
    private long late;
    private @Nullable Instant lastReceipt;

    void taken(Receipt receipt, Instant receivedAt) {
        if (!receipt.isNew()) {
            repeated++;
            return;
        }
        inquiries++;
        if (lastReceipt == null || receivedAt.isAfter(lastReceipt)) {
            lastReceipt = receivedAt;
        }
    }

    void taken(Recorded recorded) {
        if (!recorded.isNew()) {
            repeated++;
            return;
        }
        facts++;
        if (recorded.refusal() != null) {
            refused++;
        } else if (recorded.fact().late()) {
            late++;
        }
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
