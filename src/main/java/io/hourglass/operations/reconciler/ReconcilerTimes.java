package io.hourglass.operations.reconciler;

import io.hourglass.batch.Rounds;
import java.time.Duration;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Has the reconciler go round at start and from then on, every minute by default: by a thread of our own, since a job of the engine could be
 * suspended or deleted like those that it looks after. Where the test moves the clock, the test calls it.
 */
@Component
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class ReconcilerTimes implements DisposableBean {

    private final Reconciler reconciler;
    private final Rounds rounds = new Rounds("reconciler");

    private final Duration every;

    ReconcilerTimes(Reconciler reconciler, @Value("${hourglass.reconcile-every}") Duration every) {
        this.reconciler = reconciler;
        this.every = every;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        rounds.every(Duration.ZERO, every, reconciler::round);
    }

    @Override
    public void destroy() throws InterruptedException {
        reconciler.stop();
        rounds.stop();
    }
}
