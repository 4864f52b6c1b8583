package io.hourglass.relay.mails;

import io.hourglass.batch.Rounds;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Forgets mails whose attachments have been sent long since. Where a test or a command does so, this does not. */
@Component
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class RawTimes implements DisposableBean {

    private final RelayedMails mails;
    private final Clock clock;
    private final Rounds rounds = new Rounds("relayed mails");

    RawTimes(RelayedMails mails, Clock clock) {
        this.mails = mails;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        rounds.every(Duration.ofMinutes(2), Duration.ofHours(1), this::tidy);
    }

    @Override
    public void destroy() throws InterruptedException {
        rounds.stop();
    }

    private void tidy() {
        mails.forgetRaw(clock.instant());
    }
}
