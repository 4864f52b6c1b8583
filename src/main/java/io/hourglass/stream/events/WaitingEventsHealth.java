package io.hourglass.stream.events;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Names in the body of {@code /actuator/health}, under {@code stream}, how many events wait for the topic. That the broker is away is no
 * reason to take a node out of service, so the status says nothing of it.
 */
@Component("streamHealthIndicator")
@ConditionalOnProperty("hourglass.stream.events.topic")
class WaitingEventsHealth extends AbstractHealthIndicator {

    private static final int MOST = 100_000;

    private final WaitingEvents waiting;

    WaitingEventsHealth(WaitingEvents waiting) {
        super("the database cannot be asked");
        this.waiting = waiting;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        builder.up().withDetail("eventsWaiting", waiting.count(MOST));
    }
}
