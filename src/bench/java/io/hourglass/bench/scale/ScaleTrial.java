package io.hourglass.bench.scale;

import io.hourglass.bench.contender.Database;
import io.hourglass.bench.contender.Databases;
import io.hourglass.bench.measure.Spread;
import io.hourglass.bench.trial.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Looks at those that have most, in a marketplace of one size. */
final class ScaleTrial {

    private static final int WARM_UPS = 20;
    private static final int LOOKS = 100;
    private static final int CALLERS = 20;
    private static final int AT_ONCE = 50;
    private static final int EACH = 4;
    private static final int OK = 200;
    private static final int LATER = 503;
    private static final int SECONDS_OF_INTAKE = 20;

    private final Size size;
    private final Progress progress;
    private final Path log;
    private int refusedOfFifty;
    private final AtomicInteger refused = new AtomicInteger();

    ScaleTrial(Size size, Progress progress, Path log) {
        this.size = size;
        this.progress = progress;
        this.log = log;
    }

    /**
     * @param intake milliseconds of a submission while nobody looks
     * @param intakeBeside the same while fifty look at once
     * @param atOnce milliseconds of fifty looks at once
     * @param refused how many of those were told to come later
     */
    record Result(Size size, List<Cost> costs, Spread intake, Spread intakeBeside, Spread atOnce, int refused) {}

    static int steps() {
        return Preload.steps() + 2 + Look.ALL.size() + 1;
    }

    Result run() {
        try (var databases = new Databases()) {
            var database = databases.make(Database.Kind.POSTGRESQL);
            progress.step("the tables of " + size.inquiries(), () -> Server.start(database, log)
                    .close());
            Preload.fill(database, size, () -> progress.step("preload", () -> {}));
            try (var server = Server.start(database, log)) {
                server.makeAccounts();
                return look(server, database, server.makeKey());
            }
        }
    }

    private Result look(Server server, Database database, String key) {
        var intake = new ArrayList<Spread>();
        progress.step("intake", () -> intake.add(intakeAlone(server, key)));
        var costs = new ArrayList<Cost>();
        Look.ALL.forEach(look -> progress.step(look.name(), () -> costs.add(cost(server, database, key, look))));
        var together = new ArrayList<Spread>();
        progress.step("fifty at once", () -> together.addAll(atOnce(server, key)));
        return new Result(size, costs, intake.get(0), together.get(0), together.get(1), refusedOfFifty);
    }

    private Spread intakeAlone(Server server, String key) {
        besideIntake(server, key, () -> pause(SECONDS_OF_INTAKE));
        return besideIntake(server, key, () -> pause(SECONDS_OF_INTAKE));
    }

    private Cost cost(Server server, Database database, String key, Look look) {
        IntStream.range(0, WARM_UPS).forEach(time -> timed(server, look));
        var before = Read.of(database);
        var bytes = server.get(look.who(), look.path()).body().length();
        var read = Read.of(database).minus(before);
        var alone =
                IntStream.range(0, LOOKS).mapToLong(time -> timed(server, look)).toArray();
        var beside = new ArrayList<Spread>();
        refused.set(0);
        besideIntake(server, key, () -> beside.add(together(CALLERS, LOOKS / CALLERS, () -> timed(server, look))));
        return new Cost(look, Spread.ofMillis(alone), beside.get(0), read.rows(), read.buffers(), bytes, refused.get());
    }

    /** First of intake beside them, then of the looks. */
    private List<Spread> atOnce(Server server, String key) {
        var pages = Look.ALL.stream()
                .filter(look -> look.who() == Server.Who.SUPPLIER)
                .toList();
        var next = new AtomicInteger();
        var looks = new ArrayList<Spread>();
        var taken = besideIntake(
                server,
                key,
                () -> looks.add(together(
                        AT_ONCE, EACH, () -> timed(server, pages.get(next.getAndIncrement() % pages.size())))));
        refusedOfFifty = refused.getAndSet(0);
        return List.of(taken, looks.get(0));
    }

    /** Milliseconds of a submission meanwhile. */
    private Spread besideIntake(Server server, String key, Runnable looking) {
        var intake = new Intake(server, key, size.suppliers());
        try {
            looking.run();
        } finally {
            intake.close();
        }
        return intake.taken();
    }

    private long timed(Server server, Look look) {
        var begun = System.nanoTime();
        var answer = server.get(look.who(), look.path());
        if (answer.statusCode() == LATER) {
            refused.incrementAndGet();
        } else if (answer.statusCode() != OK) {
            throw new IllegalStateException(look.path() + ": " + answer.statusCode());
        }
        return System.nanoTime() - begun;
    }

    private static Spread together(int callers, int times, Callable<Long> work) {
        var threads = Executors.newFixedThreadPool(callers);
        try {
            var all = IntStream.range(0, callers * times)
                    .mapToObj(time -> threads.submit(work))
                    .toList();
            var taken = new ArrayList<Long>();
            for (var one : all) {
                taken.add(one.get());
            }
            return Spread.ofMillis(taken.stream().mapToLong(Long::longValue).toArray());
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void pause(int seconds) {
        try {
            TimeUnit.SECONDS.sleep(seconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the database has read so far; what a session has done is added once it is idle. */
    private record Read(long rows, long buffers) {

        private static final int UNTIL_ADDED = 2;

        static Read of(Database database) {
            pause(UNTIL_ADDED);
            return database.direct()
                    .sql(
                            """
                            select tup_returned + tup_fetched as rows, blks_hit + blks_read as buffers
                            from pg_stat_database where datname = current_database()""")
                    .query((row, number) -> new Read(row.getLong("rows"), row.getLong("buffers")))
                    .single();
        }

        Read minus(Read before) {
            return new Read(rows - before.rows, buffers - before.buffers);
        }
    }
}
