package io.hourglass.imports.work;

import io.hourglass.batch.Rounds;
import io.hourglass.imports.files.Imports;
import io.hourglass.imports.files.Parking;
import io.hourglass.inquiry.intake.PlaceParked;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Goes through files as long as there are any, on a thread of its own. Where a test or a command does so, this does not. */
@Component
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class ImportTimes implements DisposableBean {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int OVERTAKEN = 100;

    private final GoThrough files;
    private final Imports imports;
    private final Parking parking;
    private final PlaceParked placing;
    private final Clock clock;
    private final Rounds rounds = new Rounds("imports");

    ImportTimes(GoThrough files, Imports imports, Parking parking, PlaceParked placing, Clock clock) {
        this.files = files;
        this.imports = imports;
        this.parking = parking;
        this.placing = placing;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        rounds.every(PAUSE, PAUSE, this::round);
        rounds.every(PAUSE, Duration.ofMinutes(1), this::tidy);
    }

    @Override
    public void destroy() throws InterruptedException {
        rounds.stop();
    }

    private void round() {
        while (rounds.goOn() && files.next(null, counts -> {}, rounds::goOn)) {}
    }

    private void tidy() {
        imports.dropBytes();
        imports.forgetBefore(clock.instant().minus(KEPT));
        parking.overtaken(OVERTAKEN).forEach(placing::of);
    }
}
