package io.hourglass.batch;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread of its own for what is done again and again while the program runs. A round that fails, while the database is away
 * for one, is followed by the next.
 */
public final class Rounds {

    private static final Logger log = LoggerFactory.getLogger(Rounds.class);

    private static final int LONGEST_STEP_SECONDS = 25;

    private final String name;
    private final ScheduledExecutorService thread;
    private volatile boolean stopping;

    /** @param name of the thread, and in the log */
    public Rounds(String name) {
        this.name = name;
        this.thread = Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, name));
    }

    /**
     * @param first how long until the first
     * @param pause between the end of one and the beginning of the next
     */
    public void every(Duration first, Duration pause, Runnable round) {
        var unused = thread.scheduleWithFixedDelay(
                () -> once(round), first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** False once the program stops: a round of many steps ends there. */
    public boolean goOn() {
        return !stopping;
    }

    /** Waits for the step that is under way, since the database is closed next. */
    public void stop() throws InterruptedException {
        stopping = true;
        thread.shutdown();
        if (!thread.awaitTermination(LONGEST_STEP_SECONDS, TimeUnit.SECONDS)) {
            log.warn("{}: a round is still under way while the program stops", name);
        }
    }

    private void once(Runnable round) {
        try {
            round.run();
        } catch (RuntimeException e) {
            log.warn("{}: a round failed, and is followed by the next", name, e);
        }
    }
}
