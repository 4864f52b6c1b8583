package io.hourglass.group;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Lets few groups run at a time. While one is free a call runs at once, alone and in its caller's thread; while all are
 * busy calls gather, and go together as soon as one is free. A call that finds too many waiting is turned away.
 */
@Component
@EnableConfigurationProperties(GroupSettings.class)
class Groups implements DisposableBean {

    private final GroupRun run;
    private final int size;
    private final BlockingQueue<Call> waiting;
    private final Semaphore free;
    private final ExecutorService threads;

    Groups(GroupRun run, GroupSettings settings) {
        this.run = run;
        this.size = settings.size();
        this.waiting = new LinkedBlockingQueue<>(settings.waiting());
        this.free = new Semaphore(settings.atOnce());
        this.threads = Executors.newFixedThreadPool(settings.atOnce());
    }

    /** @throws Overloaded if too many calls are waiting */
    @Nullable
    Object join(Call call) {
        if (waiting.isEmpty() && free.tryAcquire()) {
            runAndRelease(List.of(call));
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

    private void await(Call call) {
        if (!waiting.offer(call)) {
            throw new Overloaded(waiting.size());
        }
        startGroups();
    }

    private void startGroups() {
        while (!waiting.isEmpty() && free.tryAcquire()) {
            threads.execute(() -> runAndRelease(nextGroup()));
        }
    }

    private List<Call> nextGroup() {
        var group = new ArrayList<Call>();
        waiting.drainTo(group, size);
        return group;
    }

    private void runAndRelease(List<Call> group) {
        try {
            run.run(group);
        } finally {
            free.release();
            startGroups();
        }
    }
}
