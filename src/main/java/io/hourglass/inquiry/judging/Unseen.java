package io.hourglass.inquiry.judging;

import io.hourglass.inquiry.policy.Deadlines;
import io.hourglass.inquiry.policy.ExcusedGaps;
import io.hourglass.mailbox.coverage.Gap;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the platform could not see of a supplier's replies.
 *
 * @param gaps in the sync of its mailbox; empty for a supplier that depends on none
 * @param outages of all
 */
public record Unseen(List<SyncGap> gaps, List<DeclaredOutage> outages) {

    public static final Unseen NOTHING = new Unseen(List.of(), List.of());

    public Unseen {
        gaps = List.copyOf(gaps);
        outages = List.copyOf(outages);
    }

    /**
     * Of the gaps those parts that are the platform's.
     *
     * @param ownAfter elapsed time from when a supplier was told; see {@link ExcusedGaps}
     */
    public static Unseen of(Collection<Gap> gaps, Duration ownAfter, List<DeclaredOutage> outages) {
        return gaps.isEmpty() && outages.isEmpty()
                ? NOTHING
                : new Unseen(
                        gaps.stream()
                                .flatMap(gap -> SyncGap.ofPlatform(gap, ownAfter))
                                .toList(),
                        outages);
    }

    /** Why no reply may be known though there is one; empty if nothing excuses that. */
    Optional<InquiryRule> excuse(Deadlines clocks, ExcusedGaps policy, Instant asOf) {
        var gap = gaps.stream().anyMatch(one -> one.excuses(clocks, asOf));
        var outage = outages.stream().anyMatch(one -> one.excuses(clocks, policy.leastOutage(), asOf));
        return Stream.of(
                        gap ? InquiryRule.SYNC_GAP_OVER_DEADLINE : null,
                        outage ? InquiryRule.OUTAGE_OVER_DEADLINE : null)
                .flatMap(Stream::ofNullable)
                .findFirst();
    }
}
