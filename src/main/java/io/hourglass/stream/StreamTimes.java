package io.hourglass.stream;

import io.hourglass.batch.Rounds;
import io.hourglass.stream.broker.Broker;
import io.hourglass.stream.events.SendEvents;
import io.hourglass.stream.facts.FactStream;
import java.time.Duration;
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

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Broker broker;
    private final FactStream facts;
    private final SendEvents send;
    private final Rounds rounds = new Rounds("stream");

    StreamTimes(Broker broker, FactStream facts, SendEvents send) {
        this.broker = broker;
        this.facts = facts;
        this.send = send;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        facts.begin();
        if (broker.settings().events().isOn()) {
            rounds.every(PAUSE, PAUSE, this::round);
        }
    }

    /** While the broker is away it fails again and again: said in one line each time. */
    private void round() {
        try {
            while (rounds.goOn() && send.send() > 0) {}
        } catch (RuntimeException e) {
            log.warn("Events go to their topic later: {}", e.toString());
        }
    }

    /** Waits for the events that are under way. */
    @Override
    public void destroy() throws InterruptedException {
        rounds.stop();
        if (broker.settings().events().isOn()) {
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
