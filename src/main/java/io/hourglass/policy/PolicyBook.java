package io.hourglass.policy;

import io.hourglass.sla.Policies;
import io.hourglass.sla.ReplyPolicy;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Knows the versions, and writes the first one into an empty database before anything is judged. */
@Component
@EnableConfigurationProperties(PolicyDefaults.class)
class PolicyBook implements Policies, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(PolicyBook.class);

    private final PolicyVersions versions;
    private final CountingAuthors countingAuthors;
    private final PolicyDefaults defaults;
    private volatile List<ReplyPolicy> known = List.of();

    PolicyBook(PolicyVersions versions, CountingAuthors countingAuthors, PolicyDefaults defaults) {
        this.versions = versions;
        this.countingAuthors = countingAuthors;
        this.defaults = defaults;
    }

    @Override
    public ReplyPolicy inForceAt(Instant instant) {
        var all = all();
        return all.stream()
                .filter(policy -> !policy.inForceFrom().isAfter(instant))
                .reduce((earlier, later) -> later)
                .orElseGet(() -> all.get(0));
    }

    @Override
    public List<ReplyPolicy> all() {
        return known;
    }

    /** Before the web server and the timers. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        if (versions.all().isEmpty()) {
            activateFirst();
        }
        known = versions.all();
    }

    @Override
    public void stop() {
        known = List.of();
    }

    @Override
    public boolean isRunning() {
        return !known.isEmpty();
    }

    private void activateFirst() {
        var answer = countingAuthors.forInquiries();
        var first = new ReplyPolicy(
                1,
                Instant.EPOCH,
                defaults.zone(),
                defaults.replyWithin(),
                defaults.objectWithin(),
                defaults.booksCloseAfterDays(),
                defaults.rateWindowDays(),
                defaults.duplicates(),
                defaults.offerStaysFor(),
                defaults.textlessReplyCounts(),
                answer.kinds(),
                defaults.earlyBy());
        try {
            versions.add(first, answer.tableVersion());
            log.info("Policy version 1 is in force: {}", first);
        } catch (DuplicateKeyException e) {
            log.info("Policy version 1 was activated by another node");
        }
    }
}
