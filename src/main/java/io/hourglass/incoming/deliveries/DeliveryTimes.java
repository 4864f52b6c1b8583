package io.hourglass.incoming.deliveries;

import java.time.Clock;
import java.time.Duration;
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

/** Forgets deliveries that no source repeats any more. Where a test or a command does so, this does not. */
@Component
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class DeliveryTimes implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(DeliveryTimes.class);

    /** Longer than senders go on trying, and than a signature holds. */
    static final Duration KEPT = Duration.ofDays(7);

    private final TakenDeliveries taken;
    private final Clock clock;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "incoming"));

    DeliveryTimes(TakenDeliveries taken, Clock clock) {
        this.taken = taken;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        var unused = thread.scheduleWithFixedDelay(this::tidy, 1, 60, TimeUnit.MINUTES);
    }

    @Override
    public void destroy() {
        thread.shutdown();
    }

    /** One that fails, while the database is away for one, is followed by the next. */
    private void tidy() {
        try {
            taken.forgetBefore(clock.instant().minus(KEPT));
        } catch (RuntimeException e) {
            log.warn("Deliveries are forgotten later", e);
        }
    }
}
