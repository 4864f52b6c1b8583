package io.hourglass.sla;

import io.hourglass.kernel.Fact;
import io.hourglass.kernel.InquiryId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One inquiry as the judge sees it.
 *
 * @param policy the version in force at receipt
 * @param facts in any order
 * @param gaps of the supplier's synced mailbox; empty for a supplier that depends on none
 * @param settled the verdict that stands in the closed books, where they are closed; else null
 * @param clocks by the policy
 */
public record CaseFile(
        InquiryId id,
        Instant receivedAt,
        Instant recordedAt,
        ReplyPolicy policy,
        List<Fact> facts,
        List<SyncGap> gaps,
        @Nullable Verdict settled,
        Clocks clocks) {

    /** The order in which the members of a pair ask to be its anchor. */
    static final Comparator<CaseFile> BY_RECEIPT =
            Comparator.comparing(CaseFile::receivedAt).thenComparing(CaseFile::id);

    public CaseFile {
        facts = List.copyOf(facts);
        gaps = List.copyOf(gaps);
    }

    public CaseFile(
            InquiryId id,
            Instant receivedAt,
            Instant recordedAt,
            ReplyPolicy policy,
            List<Fact> facts,
            List<SyncGap> gaps,
            @Nullable Verdict settled) {
        this(id, receivedAt, recordedAt, policy, facts, gaps, settled, policy.clocksFor(receivedAt));
    }

    boolean learnedInTime() {
        return !recordedAt.isAfter(clocks.booksClose());
    }
}
