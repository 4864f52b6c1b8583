package io.hourglass.mailing.sending;

import io.hourglass.mailing.outgoing.OutgoingMail;
import io.hourglass.mailing.outgoing.OutgoingMails;
import io.hourglass.mailing.smtp.MailServer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes mails that are due, so that no other node does. */
@Component
public class ClaimMails {

    private static final Duration MARGIN = Duration.ofMinutes(1);

    /** How many letters may be sent of what was claimed. */
    static final int LETTERS = 5;

    private static final int MAILS = 500;

    private final OutgoingMails mails;
    private final MailServer server;
    private final TransactionTemplate transactions;
    private final Clock clock;

    public ClaimMails(OutgoingMails mails, MailServer server, PlatformTransactionManager manager, Clock clock) {
        this.mails = mails;
        this.server = server;
        this.transactions = new TransactionTemplate(manager);
        this.clock = clock;
    }

    /** What is due to a few accounts; another node takes them a minute after the server must have been left. */
    public List<OutgoingMail> claim() {
        var now = clock.instant();
        var until = now.plus(server.longest(LETTERS)).plus(MARGIN);
        return Objects.requireNonNull(transactions.execute(status -> mails.claim(now, until, LETTERS, MAILS)));
    }
}
