package io.hourglass.mailbox.idle;

import io.hourglass.batch.Rounds;
import java.time.Duration;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Looks again and again which mailboxes to wait for; a command does not. */
@Component
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class IdleTimes implements DisposableBean {

    private static final Duration LOOK = Duration.ofSeconds(10);

    private final IdleMailboxes idles;
    private final IdleSettings settings;
    private final Rounds looks = new Rounds("which mailboxes to wait for");

    IdleTimes(IdleMailboxes idles, IdleSettings settings) {
        this.idles = idles;
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (settings.idleConnections() > 0) {
            looks.every(LOOK, LOOK, idles::look);
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        looks.stop();
    }
}
