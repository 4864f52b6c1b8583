package io.hourglass.mailing.sending;

import io.hourglass.mailing.outgoing.OutgoingMails;
import io.hourglass.mailing.smtp.MailServer;
import java.time.Clock;
import java.time.Duration;
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

/** Sends what is due again and again, on a thread of its own; none where there is no mail server. */
@Component
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class MailTimes implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(MailTimes.class);

    private static final Duration KEPT = Duration.ofDays(400);
    private static final Duration LONGEST_LETTER = Duration.ofSeconds(20);

    private final MailServer server;
    private final SendMails send;
    private final OutgoingMails mails;
    private final Clock clock;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "mail"));
    private volatile boolean stopping;

    MailTimes(MailServer server, SendMails send, OutgoingMails mails, Clock clock) {
        this.server = server;
        this.send = send;
        this.mails = mails;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (server.isSetUp()) {
            var unused = thread.scheduleWithFixedDelay(this::round, 1, 1, TimeUnit.SECONDS);
            var unusedToo = thread.scheduleWithFixedDelay(this::tidy, 1, 60, TimeUnit.MINUTES);
        }
    }

    /** One that fails, while the database is away for one, is followed by the next. */
    private void round() {
        try {
            while (!stopping && send.send() > 0) {}
        } catch (RuntimeException e) {
            log.warn("Mail is sent later", e);
        }
    }

    private void tidy() {
        try {
            mails.forgetBefore(clock.instant().minus(KEPT));
        } catch (RuntimeException e) {
            log.warn("Old mails are forgotten later", e);
        }
    }

    /** Waits for the letter that is under way; others are sent again later, as if this node had been lost. */
    @Override
    public void destroy() throws InterruptedException {
        stopping = true;
        thread.shutdown();
        if (!thread.awaitTermination(LONGEST_LETTER.toSeconds(), TimeUnit.SECONDS)) {
            log.warn("Mail is still being sent while the program stops");
        }
    }
}
