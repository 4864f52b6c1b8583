package io.hourglass.chaos.stage;

import io.hourglass.chaos.plan.Scale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;

/** Kills random nodes at random moments, so many times in all, and starts each again at once. */
public final class Killer {

    /** How often it does not care whether another node serves. */
    private static final double RUTHLESS = 0.15;

    /** How often it looks for a node at work; else it takes any, be it one that is just starting. */
    private static final double AT_WORK = 0.75;

    private static final Duration LEAST = Duration.ofMillis(500);

    private final Scale scale;
    private final Nodes nodes;
    private final PassingTime time;
    private final Random random;
    private volatile Instant lastKill = Scale.START;

    public Killer(Scale scale, Nodes nodes, PassingTime time, long seed) {
        this.scale = scale;
        this.nodes = nodes;
        this.time = time;
        this.random = new Random(seed);
    }

    /** Returns after the last kill. */
    public void killAll() {
        while (nodes.kills() < scale.kills()) {
            var rest = restOfWindow().dividedBy(scale.kills() - nodes.kills());
            var wait = Duration.ofMillis(Math.round(rest.toMillis() * (0.4 + 1.2 * random.nextDouble())));
            Pause.of(wait.compareTo(LEAST) < 0 ? LEAST : wait);
            if (random.nextDouble() >= RUTHLESS) {
                Pause.until(() -> nodes.countServing() > 1, rest);
            }
            killOne();
        }
    }

    /** Simulated time. */
    public Instant lastKill() {
        return lastKill;
    }

    /** Until the last locks of the dead will have expired just by the end. */
    private Duration restOfWindow() {
        var last = scale.end().minus(scale.simulated(scale.lock()));
        var simulated = Duration.between(time.now(), last);
        return simulated.isNegative() ? Duration.ZERO : scale.real(simulated);
    }

    private void killOne() {
        var atWork = random.nextDouble() < AT_WORK ? nodes.any() : Optional.<NodeProcess>empty();
        var node = atWork.orElseGet(() -> nodes.all().get(random.nextInt(scale.nodes())));
        try {
            nodes.killAndRestart(node);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        lastKill = time.now();
    }
}
