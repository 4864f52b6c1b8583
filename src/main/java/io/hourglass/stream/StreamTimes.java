package io.hourglass.stream;

import io.hourglass.stream.broker.Broker;
import io.hourglass.stream.events.SendEvents;
import io.hourglass.stream.facts.FactStream;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Reads facts and sends events while the program runs, each if its topic is configured. Where a test or a command does so, this
 * does not.
 */
@Component
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class StreamTimes implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(StreamTimes.class);

    private static final long PAUSE_MILLIS = 500;
    private static final long LONGEST_SEND_SECONDS = 25;

    private final Broker broker;
    private final FactStream facts;
    private final SendEvents send;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "stream"));
    private volatile boolean stopping;

    StreamTimes(Broker broker, FactStream facts, SendEvents send) {
        this.broker = broker;
        this.facts = facts;
        this.send = send;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        facts.begin();
        if (broker.settings().events().isOn()) {
            var unused = thread.scheduleWithFixedDelay(this::round, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** One that fails, while the broker or the database is away, is followed by the next. */
    private void round() {
        try {
            while (!stopping && send.send() > 0) {}
        } catch (RuntimeException e) {
            log.warn("Events go to their topic later: {}", e.toString());
        }
    }

    /** Waits for the events that are under way. */
    @Override
    public void destroy() throws InterruptedException {
        stopping = true;
        thread.shutdown();
        if (broker.settings().events().isOn()) {
            if (!thread.awaitTermination(LONGEST_SEND_SECONDS, TimeUnit.SECONDS)) {
                log.warn("Events are still being sent while the program stops");
            }
            letGo();
        }
    }

    private void letGo() {
        try {
            send.letGo();
        } catch (RuntimeException e) {
            log.warn("Another node sends events a minute from now on: {}", e.toString());
        }
    }
}
