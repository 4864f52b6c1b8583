package io.hourglass.inquiry.policy.versions;

import io.hourglass.inquiry.policy.Policies;
import io.hourglass.inquiry.policy.ReplyPolicy;
import io.hourglass.inquiry.policy.ReplyVersion;
import io.hourglass.policy.versions.PolicyVersions;
import io.hourglass.policy.versions.StoredPolicies;
import io.hourglass.policy.versions.VersionsByDay;
import io.hourglass.sla.days.DayCalendar;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Knows the versions of the reply policy, and writes the first one into an empty database before anything is judged. None that
 * begins on a day is added or withdrawn from a minute before it on.
 */
@Component
class ReplyPolicies implements Policies, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ReplyPolicies.class);

    private final PolicyVersions<ReplyVersion> versions;
    private final StoredPolicies stored;
    private final ReplyKind kind;
    private final ReplyRules defaults;
    private final Clock clock;
    private final VersionsByDay<ReplyPolicy> byDay;
    private final DayCalendar days;
    private volatile boolean running;

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
        this.byDay = new VersionsByDay<>(
                () -> versions.all().stream().map(ReplyVersion::policy).toList(),
                ReplyPolicy::days,
                ReplyPolicy::withDays,
                clock);
        this.days = new DayCalendar(byDay::days);
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
        return byDay.all();
    }

    @Override
    public DayCalendar days() {
        return days;
    }

    /** Before the web server and the timers. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        if (stored.addFirst(ReplyKind.NAME, () -> kind.withAuthors(defaults))) {
            log.info("Version 1 of the reply policy is in force: {}", defaults);
        }
        byDay.readAgain();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
