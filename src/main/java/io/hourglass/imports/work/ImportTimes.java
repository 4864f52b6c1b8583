package io.hourglass.imports.work;

import io.hourglass.imports.files.Imports;
import io.hourglass.imports.files.Parking;
import io.hourglass.inquiry.intake.PlaceParked;
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

/** Goes through files as long as there are any, on a thread of its own. Where a test or a command does so, this does not. */
@Component
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class ImportTimes implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(ImportTimes.class);

    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration LONGEST_PART = Duration.ofSeconds(20);
    private static final int OVERTAKEN = 100;

    private final GoThrough files;
    private final Imports imports;
    private final Parking parking;
    private final PlaceParked placing;
    private final Clock clock;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "imports"));
    private volatile boolean stopping;

    ImportTimes(GoThrough files, Imports imports, Parking parking, PlaceParked placing, Clock clock) {
        this.files = files;
        this.imports = imports;
        this.parking = parking;
        this.placing = placing;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        var unused = thread.scheduleWithFixedDelay(this::round, 1, 1, TimeUnit.SECONDS);
        var unusedToo = thread.scheduleWithFixedDelay(this::tidy, 1, 60, TimeUnit.SECONDS);
    }

    /** Waits for the part that is under way. */
    @Override
    public void destroy() throws InterruptedException {
        stopping = true;
        thread.shutdown();
        if (!thread.awaitTermination(LONGEST_PART.toSeconds(), TimeUnit.SECONDS)) {
            log.warn("A part of an import is still being taken while the program stops");
        }
    }

    /** One that fails, while the database is away for one, is followed by the next. */
    private void round() {
        try {
            while (!stopping && files.next(null, counts -> {}, () -> !stopping)) {}
        } catch (RuntimeException e) {
            log.warn("An import goes on later", e);
        }
    }

    private void tidy() {
        try {
            imports.forgetBefore(clock.instant().minus(KEPT));
            parking.overtaken(OVERTAKEN).forEach(placing::of);
        } catch (RuntimeException e) {
            log.warn("What is left of imports is looked at later", e);
        }
    }
}
