package io.hourglass.inquiry.pairs;

import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.toSet;

import io.hourglass.batch.rows.InChunks;
import io.hourglass.batch.rows.TransactionCache;
import io.hourglass.batch.rows.WriteBatch;
import io.hourglass.inquiry.Inquiry;
import io.hourglass.inquiry.judging.DeclaredOutage;
import io.hourglass.inquiry.judging.Unseen;
import io.hourglass.inquiry.policy.Policies;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.mailbox.coverage.Coverage;
import io.hourglass.mailbox.coverage.KnownCoverage;
import io.hourglass.mailbox.outages.Outage;
import io.hourglass.mailbox.outages.Outages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What could not be seen while inquiries waited for their replies: asked of those alone whose deadline has passed. */
@Component
class UnseenTimes {

    /** Whatever the books have open lies within. */
    private static final Duration RECENT = Duration.ofDays(90);

    private final KnownCoverage coverage;
    private final Outages outages;
    private final Policies policies;
    private final Clock clock;
    private final TransactionCache<SupplierId, Coverage> recentCoverage;
    private final TransactionCache<Duration, List<DeclaredOutage>> recentOutages;

    UnseenTimes(KnownCoverage coverage, Outages outages, Policies policies, Clock clock, WriteBatch rows) {
        this.coverage = coverage;
        this.outages = outages;
        this.policies = policies;
        this.clock = clock;
        this.recentCoverage = new TransactionCache<>(rows, suppliers -> coverage.since(suppliers, recently()));
        this.recentOutages = new TransactionCache<>(rows, recent -> Map.of(RECENT, outagesSince(recently())));
    }

    /** @param coverage of suppliers that depend on a mailbox, or did */
    record Seen(Map<SupplierId, Coverage> coverage, List<DeclaredOutage> outages) {

        private static final Seen ALL = new Seen(Map.of(), List.of());

        Unseen of(Inquiry inquiry, Duration ownAfter) {
            var gaps = coverage.getOrDefault(inquiry.supplier(), Coverage.NONE).gaps();
            return Unseen.of(gaps, ownAfter, outages);
        }
    }

    /** As far as it matters to them at this moment. */
    Seen around(Collection<Inquiry> inquiries) {
        var now = clock.instant();
        var overdue =
                inquiries.stream().filter(inquiry -> !isDueAfter(now, inquiry)).toList();
        if (overdue.isEmpty()) {
            return Seen.ALL;
        }
        var suppliers = overdue.stream().map(Inquiry::supplier).collect(toSet());
        var since =
                overdue.stream().map(Inquiry::receivedAt).min(naturalOrder()).orElseThrow();
        return since.isBefore(recently())
                ? new Seen(InChunks.find(suppliers, some -> coverage.since(some, since)), outagesSince(since))
                : new Seen(
                        recentCoverage.find(suppliers),
                        recentOutages.find(RECENT).orElseThrow());
    }

    private boolean isDueAfter(Instant now, Inquiry inquiry) {
        var within = policies.version(inquiry.policyVersion()).replyWithin();
        return inquiry.receivedAt().plus(within).isAfter(now);
    }

    private Instant recently() {
        return clock.instant().minus(RECENT);
    }

    private List<DeclaredOutage> outagesSince(Instant since) {
        return outages.consentedSince(since).stream().map(UnseenTimes::judged).toList();
    }

    private static DeclaredOutage judged(Outage outage) {
        return new DeclaredOutage(outage.from(), outage.until(), Objects.requireNonNull(outage.consentedAt()));
    }
}
