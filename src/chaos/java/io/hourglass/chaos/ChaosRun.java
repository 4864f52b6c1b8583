package io.hourglass.chaos;

import io.hourglass.chaos.check.EngineCheck;
import io.hourglass.chaos.check.Finding;
import io.hourglass.chaos.check.OpenChats;
import io.hourglass.chaos.check.Tables;
import io.hourglass.chaos.intake.Senders;
import io.hourglass.chaos.intake.Tally;
import io.hourglass.chaos.plan.Plan;
import io.hourglass.chaos.plan.Scale;
import io.hourglass.chaos.stage.Database;
import io.hourglass.chaos.stage.HeapWatch;
import io.hourglass.chaos.stage.Killer;
import io.hourglass.chaos.stage.Ledgers;
import io.hourglass.chaos.stage.Nodes;
import io.hourglass.chaos.stage.PassingTime;
import io.hourglass.chaos.stage.Pause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** One run, from the first node's start until nothing is left to do. What it leaves is in the database. */
final class ChaosRun implements AutoCloseable {

    private static final Duration A_START = Duration.ofMinutes(5);
    private static final Duration DATABASE_AWAY = Duration.ofSeconds(2);
    private static final Duration TO_FINISH = Duration.ofMinutes(3);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    private final Plan plan;
    private final Scale scale;
    private final Path directory;
    private final Database database;
    private final Nodes nodes;
    private final Tally tally = new Tally();
    private final Senders senders;
    private final PassingTime time;
    private final Killer killer;
    private final StatusLine status;
    private final Random random;
    private final Duration longest;
    private final OpenChats openChats;
    private final HeapWatch heap;
    private final AtomicInteger databaseRestarts = new AtomicInteger();

    ChaosRun(Plan plan, long seed, Database database, Path directory) throws IOException {
        this.plan = plan;
        this.scale = plan.scale();
        this.directory = directory;
        this.database = database;
        this.nodes = new Nodes(scale, database.url(), directory);
        this.senders = new Senders(plan, nodes, tally);
        this.time = new PassingTime(scale, database, senders);
        this.killer = new Killer(scale, nodes, time, seed);
        this.status = new StatusLine(plan, nodes, time, tally);
        this.openChats = new OpenChats(scale, database.url());
        this.heap = new HeapWatch(nodes, directory);
        this.random = new Random(seed);
        this.longest = scale.real(Duration.between(Scale.START, scale.end()))
                .multipliedBy(scale.isSoak() ? 16 : 4)
                .plus(A_START);
    }

    /** @return what the nodes left undone at the end, in words; empty if all is done */
    List<String> run() throws IOException, InterruptedException {
        database.createClock();
        status.begin();
        nodes.begin(A_START);
        time.begin();
        senders.begin(time::now);
        if (scale.isSoak()) {
            heap.begin();
        } else {
            openChats.begin();
            wreak();
        }
        require(senders::done, "every fact is acknowledged");
        require(nodes::allServe, "every node serves again");
        var end = end();
        require(() -> time.now().isAfter(end), "simulated time has come to " + end);
        time.stop();
        senders.add(plan.lastChats());
        senders.begin(time::now);
        require(senders::done, "the last chats are acknowledged");
        var left = finish();
        openChats.end();
        Ledgers.save(nodes, directory);
        close();
        return left;
    }

    Tally tally() {
        return tally;
    }

    Nodes nodes() {
        return nodes;
    }

    /** What was seen of open consultations while nodes were killed. */
    Finding openChats() {
        return openChats.finding();
    }

    HeapWatch heap() {
        return heap;
    }

    int databaseRestarts() {
        return databaseRestarts.get();
    }

    Instant simulatedEnd() {
        return time.now();
    }

    @Override
    public void close() {
        status.end();
        openChats.end();
        nodes.close();
    }

    /** Kills the nodes one by one, and in between restarts the database. */
    private void wreak() {
        var threads = Executors.newFixedThreadPool(2, task -> {
            var thread = new Thread(task, "chaos");
            thread.setDaemon(true);
            return thread;
        });
        var killing = CompletableFuture.runAsync(killer::killAll, threads);
        var restarting = CompletableFuture.runAsync(this::restartDatabase, threads);
        CompletableFuture.allOf(killing, restarting)
                .orTimeout(longest.toSeconds(), TimeUnit.SECONDS)
                .join();
        threads.shutdown();
    }

    private void require(BooleanSupplier condition, String inWords) {
        if (!Pause.until(condition, longest)) {
            throw new IllegalStateException("not even after " + longest.toMinutes() + " min: " + inWords);
        }
    }

    private void restartDatabase() {
        var share = 0.3 + 0.3 * random.nextDouble();
        var span = Duration.between(Scale.START, scale.end());
        time.awaitPast(Scale.START.plusMillis(Math.round(span.toMillis() * share)));
        try {
            database.restart(DATABASE_AWAY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        databaseRestarts.incrementAndGet();
    }

    /** When the locks of the dead have expired as well. */
    private Instant end() {
        var lock = scale.simulated(scale.lock());
        var unlocked = killer.lastKill().plus(lock).plus(lock.dividedBy(10));
        return unlocked.isAfter(scale.end()) ? unlocked : scale.end();
    }

    private List<String> finish() {
        var tables = new Tables(database.dataSource());
        var left = EngineCheck.remaining(tables);
        var begun = System.nanoTime();
        while (!left.isEmpty() && System.nanoTime() - begun < TO_FINISH.toNanos()) {
            Pause.of(LOOK_EVERY);
            left = EngineCheck.remaining(tables);
        }
        return left;
    }
}
