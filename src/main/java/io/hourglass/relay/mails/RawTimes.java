package io.hourglass.relay.mails;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Forgets mails whose attachments have been sent long since. Where a test or a command does so, this does not. */
@Component
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class RawTimes implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(RawTimes.class);

    private final RelayedMails mails;
    private final Clock clock;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "relayed mails"));

    RawTimes(RelayedMails mails, Clock clock) {
        this.mails = mails;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        var unused = thread.scheduleWithFixedDelay(this::tidy, 2, 60, TimeUnit.MINUTES);
    }

    @Override
    public void destroy() {
        thread.shutdown();
    }

    /** One that fails, while the database is away for one, is followed by the next. */
    private void tidy() {
        try {
            mails.forgetRaw(clock.instant());
        } catch (RuntimeException e) {
            log.warn("Mails are forgotten later", e);
        }
    }
}
