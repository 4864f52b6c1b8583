package io.hourglass.chat.watch;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Has buyers looked at every minute. Where the test moves the clock, the test calls it. */
@Component
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class WatchTimes {

    private static final Logger log = LoggerFactory.getLogger(WatchTimes.class);
    private static final int EVERY_MINUTE = 60_000;

    private final WatchBuyers watch;

    WatchTimes(WatchBuyers watch) {
        this.watch = watch;
    }

    /** One that fails, while the database is away for one, is followed by the next. */
    @Scheduled(initialDelay = EVERY_MINUTE, fixedDelay = EVERY_MINUTE)
    void look() {
        try {
            var caught = watch.look();
            if (!caught.isEmpty()) {
                log.info("{} abnormal accounts of buyers were caught", caught.size());
            }
        } catch (RuntimeException e) {
            log.warn("Buyers could not be looked at", e);
        }
    }
}
