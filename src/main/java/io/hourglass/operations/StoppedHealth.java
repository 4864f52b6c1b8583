package io.hourglass.operations;

import io.hourglass.operations.work.Stops;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * Names in the body of {@code /actuator/health}, under {@code engine}, what is stopped, by kind. The status is then
 * DEGRADED, which is answered with 200: the program serves, and is ready.
 */
@Component("engineHealthIndicator")
class StoppedHealth extends AbstractHealthIndicator {

    private static final Status DEGRADED = new Status("DEGRADED");

    private final Stops stops;

    StoppedHealth(Stops stops) {
        super("the engine cannot be asked");
        this.stops = stops;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        var counts = stops.counts();
        builder.status(counts.any() ? DEGRADED : Status.UP)
                .withDetail("suspendedDefinitions", counts.definitions())
                .withDetail("suspendedSteps", counts.steps())
                .withDetail("suspendedInstances", counts.instances())
                .withDetail("suspendedJobs", counts.jobs())
                .withDetail("jobsWithoutRetries", counts.withoutRetries());
    }
}
