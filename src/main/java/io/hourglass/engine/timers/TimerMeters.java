package io.hourglass.engine.timers;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** How late timers fired on this node, by the key of their model. */
@Component
class TimerMeters {

    private static final Duration[] LATE = {
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(15),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(15),
        Duration.ofHours(1),
        Duration.ofHours(6)
    };

    private final MeterRegistry meters;

    TimerMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    /** One that fires with the transaction that is under way. */
    void firesWithIt(String process, Duration late) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    fired(process, late);
                }
            });
        }
    }

    private void fired(String process, Duration late) {
        Timer.builder("hourglass.timer.lateness")
                .description("How long after their instants timers fired")
                .tag("process", process)
                .serviceLevelObjectives(LATE)
                .register(meters)
                .record(late.isNegative() ? Duration.ZERO : late);
    }
}
