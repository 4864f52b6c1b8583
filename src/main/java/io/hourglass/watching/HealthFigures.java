package io.hourglass.watching;

import java.util.TreeMap;
import org.springframework.boot.actuate.health.CompositeHealth;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** The parts of {@code /actuator/health}, as figures. */
@Component
@ConditionalOnWebApplication
class HealthFigures {

    private final HealthEndpoint health;
    private final Gauges gauges;

    HealthFigures(HealthEndpoint health, Gauges gauges) {
        this.health = health;
        this.gauges = gauges;
    }

    void look() {
        var parts = new TreeMap<String, Double>();
        if (health.health() instanceof CompositeHealth all) {
            all.getComponents()
                    .forEach((name, part) -> parts.put(name, Status.UP.equals(part.getStatus()) ? 1.0 : 0.0));
        }
        gauges.set("hourglass.health", "1 while the part of the health is UP", "part", parts);
    }
}
