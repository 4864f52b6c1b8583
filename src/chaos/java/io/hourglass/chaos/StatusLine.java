package io.hourglass.chaos;

import io.hourglass.chaos.intake.Tally;
import io.hourglass.chaos.plan.Plan;
import io.hourglass.chaos.plan.Scale;
import io.hourglass.chaos.stage.Nodes;
import io.hourglass.chaos.stage.PassingTime;
import io.hourglass.chaos.stage.Pause;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** Says every few seconds how far a run has come. */
final class StatusLine {

    private static final Duration EVERY = Duration.ofSeconds(5);

    private final Scale scale;
    private final int planned;
    private final Nodes nodes;
    private final PassingTime time;
    private final Tally tally;
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
        var left = scale.real(Duration.between(now, scale.end()));
        System.out.printf(
                "%,7d of %,d facts acknowledged   %2d of %d kills   %d nodes serving   it is %s   about %d:%02d left%n",
                tally.countAcknowledged(),
                planned,
                nodes.kills(),
                scale.kills(),
                nodes.countServing(),
                now.atZone(Scale.ZONE).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES),
                Math.max(0, left.toMinutes()),
                left.isNegative() ? 0 : left.toSecondsPart());
    }
}
