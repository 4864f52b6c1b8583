package io.hourglass.messages.sending;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Has events handed on and sent, on a thread of our own. While nobody takes any it only asks every few seconds whether somebody
 * does by now. Where the test moves the clock, the test calls what it calls.
 */
@Component
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class SendingTimes implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(SendingTimes.class);

    private static final Duration LONGEST_STEP = Duration.ofSeconds(20);
    private static final long PAUSE_MILLIS = 500;
    private static final long PAUSE_AFTER_FAILURE_MILLIS = 5_000;

    private final SendingRound round;
    private final SendDue send;
    private final Thread thread = new Thread(this::run, "messages");
    private volatile boolean stopping;

    SendingTimes(SendingRound round, SendDue send) {
        this.round = round;
        this.send = send;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        thread.start();
    }

    private void run() {
        while (!stopping) {
            pause(go() ? PAUSE_MILLIS : PAUSE_AFTER_FAILURE_MILLIS);
        }
    }

    /** One that fails, while the database is away for one, is followed by the next. */
    private boolean go() {
        try {
            round.go();
            return true;
        } catch (RuntimeException e) {
            log.warn("A round of sending messages failed", e);
            return false;
        }
    }

    private void pause(long millis) {
        try {
            send.awaitNews(millis);
        } catch (InterruptedException e) {
            stopping = true;
        }
    }

    /** Waits for what is under way in the database, which is closed next. */
    @Override
    public void destroy() throws InterruptedException {
        stopping = true;
        thread.interrupt();
        thread.join(LONGEST_STEP.toMillis());
        try {
            send.stop();
        } catch (RuntimeException e) {
            log.warn("What came of the last messages could not be kept: they are sent again", e);
        }
    }
}
