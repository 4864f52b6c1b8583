package io.hourglass.chaos;

import io.hourglass.chaos.intake.Tally;
import io.hourglass.chaos.plan.Plan;
import io.hourglass.chaos.plan.Scale;
import io.hourglass.chaos.stage.Nodes;
import io.hourglass.chaos.stage.PassingTime;
import io.hourglass.chaos.stage.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;

/** Says every few seconds how far a run has come. */
final class StatusLine {

    private static final Duration EVERY = Duration.ofSeconds(5);

    private final Scale scale;
    private final int planned;
    private final Nodes nodes;
    private final PassingTime time;
    private final Tally tally;
    private final long begun = System.nanoTime();
    private volatile boolean running = true;

    StatusLine(Plan plan, Nodes nodes, PassingTime time, Tally tally) {
        this.scale = plan.scale();
        this.planned = (int) plan.facts().count();
        this.nodes = nodes;
        this.time = time;
        this.tally = tally;
    }

    void begin() {
        var thread = new Thread(this::repeat, "status");
        thread.setDaemon(true);
        thread.start();
    }

    void end() {
        running = false;
    }

    private void repeat() {
        while (running) {
            say();
            Pause.of(EVERY);
        }
    }

    private void say() {
        var now = time.now();
        var left = left(now);
        System.out.printf(
                "%,7d of %,d facts acknowledged, %,d of chat   %2d of %d kills   %d nodes serving   it is %s   about %d:%02d left%n",
                tally.countAcknowledged(),
                planned,
                tally.countOfChat(),
                nodes.kills(),
                scale.kills(),
                nodes.countServing(),
                now.atZone(Scale.ZONE).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES),
                left.toMinutes(),
                left.toSecondsPart());
    }

    /** By the clock, or by how fast facts are taken in, whichever takes longer. */
    private Duration left(Instant now) {
        var byClock = scale.real(Duration.between(now, scale.end()));
        var acknowledged = Math.max(1, tally.countAcknowledged());
        var byFacts = Duration.ofNanos(System.nanoTime() - begun)
                .multipliedBy(planned - acknowledged)
                .dividedBy(acknowledged);
        return Collections.max(List.of(byClock, acknowledged == 1 ? Duration.ZERO : byFacts, Duration.ZERO));
    }
}
