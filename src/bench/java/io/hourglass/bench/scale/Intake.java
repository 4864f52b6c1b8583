package io.hourglass.bench.scale;

import io.hourglass.bench.measure.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A hundred inquiries a second, each another buyer's, until it is closed. */
final class Intake implements AutoCloseable {

    private static final int THREADS = 8;
    private static final int A_SECOND = 100;
    private static final int CREATED = 201;
    private static final int LATER = 503;

    private final Server server;
    private final String key;
    private final int suppliers;
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final AtomicInteger number = new AtomicInteger();
    private final List<Long> nanos = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private final List<Future<?>> rounds = new ArrayList<>();
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(THREADS);

    Intake(Server server, String key, int suppliers) {
        this.server = server;
        this.key = key;
        this.suppliers = suppliers;
        for (var thread = 0; thread < THREADS; thread++) {
            rounds.add(threads.scheduleAtFixedRate(
                    this::submit, thread, TimeUnit.SECONDS.toMillis(THREADS) / A_SECOND, TimeUnit.MILLISECONDS));
        }
    }

    private void submit() {
        var one = number.incrementAndGet();
        var id = run + "-" + one;
        var begun = System.nanoTime();
        try {
            var inquiry =
                    Map.of("id", id, "buyer", "n-" + id, "supplier", "s" + (1 + one % suppliers), "subject", "Offer");
            var answer = server.submit(key, inquiry);
            while (answer.statusCode() == LATER) { // as systems do; its time counts
                answer = server.submit(key, inquiry);
            }
            if (answer.statusCode() == CREATED) {
                took(System.nanoTime() - begun);
            } else {
                failed(answer.statusCode() + " " + answer.body());
            }
        } catch (RuntimeException e) {
            failed(e.toString());
        }
    }

    private synchronized void took(long time) {
        nanos.add(time);
    }

    private synchronized void failed(String what) {
        failures.add(what);
    }

    /** Milliseconds of each. @throws IllegalStateException if one was refused */
    synchronized Spread taken() {
        if (!failures.isEmpty()) {
            throw new IllegalStateException(failures.size() + " inquiries were not taken: " + failures.get(0));
        }
        return Spread.ofMillis(nanos.stream().mapToLong(Long::longValue).toArray());
    }

    @Override
    public void close() {
        rounds.forEach(round -> round.cancel(false));
        threads.shutdown();
        try {
            if (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("an inquiry is not answered");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
