package io.hourglass.mailbox.sync;

import io.hourglass.batch.Rounds;
import java.time.Duration;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Reads mailboxes again and again, on threads of its own; a command does not. While many are due a round may last as long as the program. */
@Component
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class SyncTimes implements DisposableBean {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LOOK = Duration.ofSeconds(30);

    private final SyncMailboxes sync;
    private final WatchMailboxes watch;
    private final SyncSettings settings;
    private final Rounds rounds = new Rounds("mailboxes");
    private final Rounds looks = new Rounds("mailboxes that are not read");

    SyncTimes(SyncMailboxes sync, WatchMailboxes watch, SyncSettings settings) {
        this.sync = sync;
        this.watch = watch;
        this.settings = settings;
    }

    /** After a standstill of the whole program each mailbox is read first, before any is told to have stopped. */
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        rounds.every(PAUSE, PAUSE, this::round);
        looks.every(settings.warnAfter(), LOOK, watch::look);
    }

    private void round() {
        sync.readDue(rounds::goOn, PAUSE);
    }

    @Override
    public void destroy() throws InterruptedException {
        rounds.stop();
        looks.stop();
    }
}
