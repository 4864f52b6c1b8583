package io.hourglass.batch.meters;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** How calls share transactions, as figures. */
@Component
public class BatchMeters {

    private static final Duration[] WAITS = {
        Duration.ofMillis(5),
        Duration.ofMillis(20),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private final MeterRegistry meters;
    private final DistributionSummary sizes;
    private final Timer waits;
    private final Counter retries;
    private final Counter turnedAway;

    public BatchMeters(MeterRegistry meters) {
        this.meters = meters;
        this.sizes = DistributionSummary.builder("hourglass.batch.calls")
                .description("Calls that shared a transaction")
                .serviceLevelObjectives(1, 2, 5, 10, 20, 50)
                .register(meters);
        this.waits = Timer.builder("hourglass.batch.wait")
                .description("How long a call waited until its batch began")
                .serviceLevelObjectives(WAITS)
                .register(meters);
        this.retries = Counter.builder("hourglass.batch.retries")
                .description("Calls that were overtaken by others and ran again")
                .register(meters);
        this.turnedAway = Counter.builder("hourglass.batch.turned.away")
                .description("Calls that found too many waiting")
                .register(meters);
    }

    public Timer.Sample waits() {
        return Timer.start(meters);
    }

    public void begins(Timer.Sample waited) {
        waited.stop(waits);
    }

    public void ran(int calls) {
        sizes.record(calls);
    }

    public void ranAgain() {
        retries.increment();
    }

    public void turnedAway() {
        turnedAway.increment();
    }
}
