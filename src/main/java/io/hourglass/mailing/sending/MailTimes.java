package io.hourglass.mailing.sending;

import io.hourglass.batch.Rounds;
import io.hourglass.mailing.outgoing.OutgoingMails;
import io.hourglass.mailing.smtp.MailServer;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Sends what is due again and again, on a thread of its own; none where there is no mail server. */
@Component
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class MailTimes implements DisposableBean {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration KEPT = Duration.ofDays(400);
    private final MailServer server;
    private final SendMails send;
    private final OutgoingMails mails;
    private final Clock clock;
    private final Rounds rounds = new Rounds("mail");

    MailTimes(MailServer server, SendMails send, OutgoingMails mails, Clock clock) {
        this.server = server;
        this.send = send;
        this.mails = mails;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (server.isSetUp()) {
            rounds.every(PAUSE, PAUSE, this::round);
            rounds.every(Duration.ofMinutes(1), Duration.ofHours(1), this::tidy);
        }
    }

    private void round() {
        while (rounds.goOn() && send.send() > 0) {}
    }

    private void tidy() {
        mails.forgetBefore(clock.instant().minus(KEPT));
    }

    /** Letters that are not under way are sent again later, as if this node had been lost. */
    @Override
    public void destroy() throws InterruptedException {
        rounds.stop();
    }
}
