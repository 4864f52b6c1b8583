package io.hourglass.operations.reconciler;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    private static final Logger log = LoggerFactory.getLogger(ReconcilerTimes.class);

    private static final Duration LONGEST_STEP = Duration.ofSeconds(20);

    private final Reconciler reconciler;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "reconciler"));

    private final Duration every;

    ReconcilerTimes(Reconciler reconciler, @Value("${hourglass.reconcile-every}") Duration every) {
        this.reconciler = reconciler;
        this.every = every;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        var unused = thread.scheduleWithFixedDelay(this::round, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Waits for what is under way, since the database is closed next. */
    @Override
    public void destroy() throws InterruptedException {
        reconciler.stop();
        thread.shutdown();
        if (!thread.awaitTermination(LONGEST_STEP.toSeconds(), TimeUnit.SECONDS)) {
            log.warn("The reconciler is still at work while the program stops");
        }
    }

    /** One that fails, while the database is away for one, is followed by the next. */
    private void round() {
        try {
            reconciler.round();
        } catch (RuntimeException e) {
            log.warn("A round of the reconciler failed", e);
        }
    }
}
