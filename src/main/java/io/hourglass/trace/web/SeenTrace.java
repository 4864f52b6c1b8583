package io.hourglass.trace.web;

import io.hourglass.inquiry.reading.SeenOfInquiries.Seen;
import io.hourglass.inquiry.reading.SeenOfInquiries.SeenTime;
import io.hourglass.mailbox.coverage.Stretch;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What could be seen while the inquiry waited for its reply. */
record SeenTrace(
        @Schema(description = "Of the supplier's mailbox; absent if it depends on none.") @Nullable SeenTime coverage,
        @Schema(description = "From the receipt to the deadline, or up to now, without a hole.")
                List<SeenStretch> times,
        @Schema(description = "Of the platform, declared and consented to.") List<SeenOutage> outages) {

    /**
     * @param readAt when it was read, if that was later than is allowed
     * @param toldAt when the supplier was told that its password or grant no longer work, if that is why it is a gap
     */
    record SeenStretch(
            Stretch.State state, Instant from, Instant until, @Nullable Instant readAt, @Nullable Instant toldAt) {

        static SeenStretch of(Stretch time) {
            return new SeenStretch(time.state(), time.from(), time.until(), time.readAt(), time.toldAt());
        }
    }

    record SeenOutage(long outage, Instant from, Instant until, String reason, Instant consentedAt) {}

    /** Null if there is nothing to say. */
    static @Nullable SeenTrace of(Seen seen) {
        if (seen.isOfNoInterest()) {
            return null;
        }
        return new SeenTrace(
                seen.coverage(),
                seen.times().stream().map(SeenStretch::of).toList(),
                seen.outages().stream()
                        .map(outage -> new SeenOutage(
                                outage.id(),
                                outage.from(),
                                outage.until(),
                                outage.reason(),
                                Objects.requireNonNull(outage.consentedAt())))
                        .toList());
    }
}
