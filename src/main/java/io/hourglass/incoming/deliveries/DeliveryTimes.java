package io.hourglass.incoming.deliveries;

import io.hourglass.batch.Rounds;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Forgets deliveries that no source repeats any more. Where a test or a command does so, this does not. */
@Component
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class DeliveryTimes implements DisposableBean {

    /** Longer than senders go on trying, and than a signature holds. */
    static final Duration KEPT = Duration.ofDays(7);

    private final TakenDeliveries taken;
    private final Clock clock;
    private final Rounds rounds = new Rounds("incoming");

    DeliveryTimes(TakenDeliveries taken, Clock clock) {
        this.taken = taken;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        rounds.every(Duration.ofMinutes(1), Duration.ofHours(1), this::tidy);
    }

    @Override
    public void destroy() throws InterruptedException {
        rounds.stop();
    }

    private void tidy() {
        taken.forgetBefore(clock.instant().minus(KEPT));
    }
}
