package io.hourglass.inquiry.reading;

import io.hourglass.mailbox.coverage.Coverage;
import io.hourglass.mailbox.coverage.KnownCoverage;
import io.hourglass.mailbox.coverage.Stretch;
import io.hourglass.mailbox.outages.Outage;
import io.hourglass.mailbox.outages.Outages;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What could be seen while an inquiry waited for its reply, as far as it is known at this moment (R20). */
@Component
public class SeenOfInquiries {

    private final KnownCoverage coverage;
    private final Outages outages;
    private final Clock clock;

    SeenOfInquiries(KnownCoverage coverage, Outages outages, Clock clock) {
        this.coverage = coverage;
        this.outages = outages;
        this.clock = clock;
    }

    /**
     * @param times of the supplier's mailbox, from the receipt to the deadline or up to now; empty if it depends on none
     * @param outages that were consented to, in that time
     */
    public record Seen(List<Stretch> times, List<Outage> outages) {

        public boolean isOfNoInterest() {
            return times.isEmpty() && outages.isEmpty();
        }

        /** Null if the supplier depends on no mailbox. */
        public @Nullable SeenTime coverage() {
            if (times.isEmpty()) {
                return null;
            }
            return times.stream().anyMatch(Stretch::isGap) ? SeenTime.GAP : SeenTime.COVERED;
        }

        /** Those times in which nothing was read, and has not been since. */
        public List<Stretch> gaps() {
            return times.stream().filter(Stretch::isGap).toList();
        }
    }

    /** Whether the whole time was read, be it later. */
    public enum SeenTime {
        COVERED,
        GAP
    }

    public Seen of(InquiryFile file) {
        var received = file.inquiry().receivedAt();
        var deadline = file.judgement().clocks().replyDeadline();
        var now = clock.instant();
        var end = now.isBefore(deadline) ? now : deadline;
        if (end.isBefore(received)) {
            return new Seen(List.of(), List.of());
        }
        var supplier = file.inquiry().supplier();
        var times = coverage.since(List.of(supplier), received)
                .getOrDefault(supplier, Coverage.NONE)
                .stretches(received, end, now);
        var touching = outages.consentedSince(received).stream()
                .filter(outage -> !outage.from().isAfter(deadline))
                .toList();
        return new Seen(times, touching);
    }
}
