package io.hourglass.batch;

import io.hourglass.batch.meters.BatchMeters;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Lets few batches run at a time. While one is free a call runs immediately, alone and in its caller's thread; while all are
 * busy calls gather, and go together as soon as one is free. A call that finds too many waiting is turned away. None
 * waits for ever: each gets its answer or an exception, whatever fails.
 */
@Component
@EnableConfigurationProperties(BatchSettings.class)
class BatchExecutor implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(BatchExecutor.class);

    private final BatchRun run;
    private final int size;
    private final BlockingQueue<Waiting> waiting;
    private final Semaphore free;
    private final ExecutorService threads;
    private final BatchMeters meters;

    @Autowired
    BatchExecutor(BatchRun run, BatchSettings settings, BatchMeters meters) {
        this(run, settings, meters, Executors.newFixedThreadPool(settings.atOnce()));
    }

    BatchExecutor(BatchRun run, BatchSettings settings, BatchMeters meters, ExecutorService threads) {
        this.run = run;
        this.meters = meters;
        this.size = settings.size();
        this.waiting = new LinkedBlockingQueue<>(settings.waiting());
        this.free = new Semaphore(settings.atOnce());
        this.threads = threads;
    }

    private record Waiting(Call call, Timer.Sample since) {}

    /** @throws Overloaded if too many calls are waiting */
    @Nullable
    Object join(Call call) {
        if (waiting.isEmpty() && free.tryAcquire()) {
            runAlone(call);
        } else {
            await(call);
        }
        return call.await();
    }

    int waiting() {
        return waiting.size();
    }

    @Override
    public void destroy() {
        threads.shutdown();
    }

    private void runAlone(Call call) {
        try {
            run.run(List.of(call));
        } finally {
            free.release();
            startGroups();
        }
    }

    private void await(Call call) {
        if (!waiting.offer(new Waiting(call, meters.waits()))) {
            meters.turnedAway();
            throw new Overloaded(waiting.size() + " calls are waiting already");
        }
        startGroups();
    }

    private void startGroups() {
        while (!waiting.isEmpty() && free.tryAcquire()) {
            if (!isHandedOver()) {
                runNext();
                free.release();
            }
        }
    }

    /** Else there is no thread to be had, as the program ends or memory does: the next caller runs the batch. */
    private boolean isHandedOver() {
        try {
            threads.execute(() -> {
                try {
                    runNext();
                } finally {
                    free.release();
                    startGroups();
                }
            });
            return true;
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            log.warn("A group runs in the thread of one of its callers: {}", e.toString());
            return false;
        }
    }

    private void runNext() {
        var group = new ArrayList<Waiting>(size);
        waiting.drainTo(group, size);
        if (!group.isEmpty()) {
            group.forEach(one -> meters.begins(one.since()));
            run.run(group.stream().map(Waiting::call).toList());
        }
    }
}
