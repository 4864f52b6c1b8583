package io.hourglass.mailing.sending;

import io.hourglass.mailing.outgoing.OutgoingMail;
import io.hourglass.mailing.outgoing.OutgoingMails;
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

    /** Longer than a server may take over the letters of a claim. */
    private static final Duration LOST_AFTER = Duration.ofMinutes(15);

    private static final int ACCOUNTS = 20;
    private static final int MAILS = 500;

    private final OutgoingMails mails;
    private final TransactionTemplate transactions;
    private final Clock clock;

    public ClaimMails(OutgoingMails mails, PlatformTransactionManager manager, Clock clock) {
        this.mails = mails;
        this.transactions = new TransactionTemplate(manager);
        this.clock = clock;
    }

    List<OutgoingMail> claim() {
        var now = clock.instant();
        return Objects.requireNonNull(
                transactions.execute(status -> mails.claim(now, now.plus(LOST_AFTER), ACCOUNTS, MAILS)));
    }
}
