package io.hourglass.chaos;

import io.hourglass.chaos.check.Checks;
import io.hourglass.chaos.check.Finding;
import io.hourglass.chaos.check.Tables;
import io.hourglass.chaos.file.FileRun;
import io.hourglass.chaos.plan.Plan;
import io.hourglass.chaos.plan.PlannedFact;
import io.hourglass.chaos.plan.Scale;
import io.hourglass.chaos.stage.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.util.FileSystemUtils;

/**
 * The command. Arguments: the mode ({@code full}, {@code smoke} or {@code soak}), the build's directory, and {@code recheck} to look
 * again at the database that the last run of that mode left. Ends with 1 on any difference.
 */
public final class ChaosTest {

    private static final long SEED = Long.getLong("chaos.seed", 20260302);

    private final Scale scale;
    private final Plan plan;
    private final Path build;
    private final Path directory;

    private ChaosTest(String mode, Path build) {
        this.scale = Scale.of(mode);
        this.plan = Plan.of(scale, SEED);
        this.build = build;
        this.directory = build.resolve("chaos");
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        LoggingSystem.get(ChaosTest.class.getClassLoader()).setLogLevel("io.zonky", LogLevel.WARN);
        var test = new ChaosTest(args[0], Path.of(args[1]));
        var outcome = args.length > 2 && args[2].equals("recheck") ? test.recheck() : test.run();
        Report.print(outcome, System.out);
        System.exit(outcome.differences() == 0 ? 0 : 1);
    }

    private Outcome run() throws IOException, InterruptedException {
        System.out.println("Chaos, " + scale.name() + ", seed " + SEED + "; logs in " + directory);
        var begun = System.nanoTime();
        Database.stopLeftover(directory);
        FileSystemUtils.deleteRecursively(directory);
        try (var database = Database.start(directory);
                var run = new ChaosRun(plan, SEED, database, directory)) {
            var left = run.run();
            var findings = check(database, run, left);
            var took = Duration.ofNanos(System.nanoTime() - begun);
            var counts = counts(run, took);
            if (scale.isSmoke()) {
                var kept = FileRun.run(directory.resolve("file"), SEED);
                counts.put("facts acknowledged over a file of H2", kept.acknowledged());
                counts.put("a second, over that file", kept.perSecond());
                counts.put("kills of the node with that file", kept.kills());
                findings.add(kept.finding());
            }
            var outcome = new Outcome(counts, findings);
            Report.write(outcome, build.resolve("chaos.json"));
            return outcome;
        }
    }

    private List<Finding> check(Database database, ChaosRun run, List<String> left) throws IOException {
        var tally = run.tally();
        var findings = new ArrayList<Finding>();
        findings.add(new Finding("answers", tally.deliveries(), List.copyOf(tally.wrongAnswers())));
        findings.add(new Finding("work left", tally.deliveries(), left));
        findings.addAll(Checks.all(new Tables(database.dataSource()), plan, tally.acknowledged(), directory));
        if (scale.isSoak()) {
            findings.add(run.heap().grown());
        } else {
            findings.add(run.openChats());
        }
        return findings;
    }

    /** Every fact had been acknowledged, or else the run itself would have said so. */
    private Outcome recheck() throws IOException {
        if (!Files.exists(directory)) {
            throw new IllegalStateException("there is no earlier run in " + directory);
        }
        try (var database = Database.start(directory)) {
            var planned = plan.facts().map(PlannedFact::id).collect(Collectors.toSet());
            return new Outcome(Map.of(), Checks.all(new Tables(database.dataSource()), plan, planned, directory));
        }
    }

    private Map<String, Object> counts(ChaosRun run, Duration took) {
        var counts = new LinkedHashMap<String, Object>();
        counts.put("mode", scale.name());
        counts.put("seed", SEED);
        counts.put("real minutes", String.format("%.1f", took.toMillis() / 60_000.0));
        counts.put("simulated days", (int)
                Duration.between(Scale.START, run.simulatedEnd()).toDays());
        counts.put("facts planned", (int) plan.facts().count());
        counts.put("facts acknowledged", run.tally().countAcknowledged());
        counts.put("of them of chat", run.tally().countOfChat());
        counts.put("messages of chat in batches", plan.countBatched());
        counts.put(
                "sent a second time, and acknowledged again",
                run.tally().deliveries() - run.tally().countAcknowledged());
        run.tally().answers().forEach((what, count) -> counts.put("answers: " + what, count));
        if (scale.isSoak()) {
            counts.put("MB live after collection, each minute", run.heap().liveMegabytes());
        }
        counts.put("kills", run.nodes().kills());
        counts.put("kills of nodes at work", run.nodes().killsAtWork());
        counts.put("restarts", run.nodes().restarts());
        counts.put("nodes that ended by themselves", run.nodes().endedByThemselves());
        counts.put("restarts of the database", run.databaseRestarts());
        return counts;
    }
}
