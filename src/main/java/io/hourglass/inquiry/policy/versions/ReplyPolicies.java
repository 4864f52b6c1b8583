package io.hourglass.inquiry.policy.versions;

import io.hourglass.inquiry.policy.Policies;
import io.hourglass.inquiry.policy.ReplyPolicy;
import io.hourglass.inquiry.policy.ReplyVersion;
import io.hourglass.policy.EffectiveFrom;
import io.hourglass.policy.PolicyVersion;
import io.hourglass.policy.PolicyVersions;
import io.hourglass.policy.StoredPolicies;
import io.hourglass.sla.DayCalendar;
import io.hourglass.sla.DayRules;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Knows the versions of the reply policy, and writes the first one into an empty database before anything is judged. It reads
 * them again when a natural day begins: a version begins on one, and none that begins on a day is added or withdrawn from a
 * minute before it on.
 */
@Component
class ReplyPolicies implements Policies, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ReplyPolicies.class);
    private static final Known NOTHING = new Known(List.of(), List.of(), Instant.MAX, Instant.MIN);

    private final PolicyVersions<ReplyVersion> versions;
    private final StoredPolicies stored;
    private final ReplyKind kind;
    private final ReplyRules defaults;
    private final Clock clock;
    private final DayCalendar days = new DayCalendar(() -> known().days());
    private volatile Known known = NOTHING;

    /**
     * @param days of the versions
     * @param until from then on the versions may be others
     */
    private record Known(List<ReplyPolicy> versions, List<DayRules> days, Instant at, Instant until) {

        static Known of(List<ReplyPolicy> versions, Instant now) {
            var days =
                    DayCalendar.joined(versions.stream().map(ReplyPolicy::days).toList());
            var joined = IntStream.range(0, days.size())
                    .mapToObj(at -> versions.get(at).withDays(days.get(at)))
                    .toList();
            var calendar = new DayCalendar(() -> days);
            return new Known(
                    joined, days, now, calendar.start(calendar.dayOf(now).plusDays(1)));
        }

        boolean holdsAt(Instant now) {
            return !now.isBefore(at) && now.isBefore(until);
        }
    }

    ReplyPolicies(
            PolicyVersions<ReplyVersion> versions,
            StoredPolicies stored,
            ReplyKind kind,
            ReplyRules defaults,
            Clock clock) {
        this.versions = versions;
        this.stored = stored;
        this.kind = kind;
        this.defaults = defaults;
        this.clock = clock;
    }

    @Override
    public ReplyPolicy inForceAt(Instant instant) {
        return PolicyVersions.last(all(), policy -> !policy.days().inForceFrom().isAfter(instant));
    }

    /** One that another node, whose clock is ahead, knows already is read when it is asked for. */
    @Override
    public ReplyPolicy version(int version) {
        return all().stream()
                .filter(policy -> policy.version() == version)
                .findFirst()
                .orElseGet(() -> versions.version(version).policy());
    }

    @Override
    public ZoneId zone() {
        return inForceAt(clock.instant()).zone();
    }

    @Override
    public List<ReplyPolicy> all() {
        return known().versions();
    }

    @Override
    public DayCalendar days() {
        return days;
    }

    private Known known() {
        var now = clock.instant();
        if (!known.holdsAt(now)) {
            known = read(now);
        }
        return known;
    }

    /** Before the web server and the timers. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        if (stored.of(ReplyKind.NAME).isEmpty()) {
            activateFirst();
        }
        known = read(clock.instant());
    }

    @Override
    public void stop() {
        known = NOTHING;
    }

    @Override
    public boolean isRunning() {
        return !known.versions().isEmpty();
    }

    private Known read(Instant now) {
        return Known.of(versions.all().stream().map(ReplyVersion::policy).toList(), now);
    }

    private void activateFirst() {
        var first =
                new PolicyVersion(ReplyKind.NAME, 1, EffectiveFrom.at(Instant.EPOCH), kind.withAuthors(defaults), null);
        try {
            stored.add(first);
            log.info("Version 1 of the reply policy is in force: {}", first.rules());
        } catch (DuplicateKeyException e) {
            log.info("Version 1 of the reply policy was activated by another node");
        }
    }
}
