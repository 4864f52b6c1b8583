package io.hourglass.mailing.sending;

import io.hourglass.mailing.outgoing.OutgoingMail;
import io.hourglass.mailing.outgoing.OutgoingMail.State;
import io.hourglass.mailing.outgoing.OutgoingMails;
import io.hourglass.mailing.outgoing.OutgoingMails.Ended;
import io.hourglass.mailing.people.Recipient.Undeliverable;
import io.hourglass.mailing.people.Recipients;
import io.hourglass.mailing.sending.StillWanted.NotSent;
import io.hourglass.mailing.smtp.Letter;
import io.hourglass.mailing.smtp.MailServer.Said;
import io.hourglass.messages.rules.Backoff;
import io.hourglass.messages.rules.RulesOfMessages;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Notes what came of letters: sent, to be sent again and when, given up, or needless. */
@Component
public class KeepSent {

    private final OutgoingMails mails;
    private final Recipients recipients;
    private final RulesOfMessages rules;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final RandomGenerator random = RandomGenerator.getDefault();

    public KeepSent(
            OutgoingMails mails,
            Recipients recipients,
            RulesOfMessages rules,
            PlatformTransactionManager manager,
            Clock clock) {
        this.mails = mails;
        this.recipients = recipients;
        this.rules = rules;
        this.transactions = new TransactionTemplate(manager);
        this.clock = clock;
    }

    void dropped(Map<OutgoingMail, NotSent> dropped) {
        var now = clock.instant();
        var ended = dropped.entrySet().stream()
                .map(one -> new Ended(
                        one.getKey(), State.DROPPED, now, null, one.getValue().name()))
                .toList();
        transactions.executeWithoutResult(status -> mails.end(ended));
    }

    void keep(Map<Letter, List<OutgoingMail>> letters, Map<String, Said> said) {
        transactions.executeWithoutResult(status -> letters.forEach((letter, some) -> {
            var answer = said.get(letter.id());
            if (answer != null) {
                mails.end(some.stream().map(mail -> ended(mail, letter, answer)).toList());
                if (answer.ofAddress()) {
                    giveUp(some.get(0).account(), letter.to(), answer);
                }
            }
        }));
    }

    /** More replies than can be sent of one claim: they are due at once. */
    void leave(Collection<List<OutgoingMail>> later) {
        var now = clock.instant();
        var left = later.stream()
                .flatMap(List::stream)
                .map(mail -> new Ended(mail, State.WAITING, now, null, null))
                .toList();
        if (!left.isEmpty()) {
            transactions.executeWithoutResult(status -> mails.end(left));
        }
    }

    private Ended ended(OutgoingMail mail, Letter letter, Said said) {
        var now = clock.instant();
        if (said.taken()) {
            return new Ended(mail, State.SENT, now, letter.id(), null);
        }
        var next = now.plus(Backoff.after(mail.attempts(), random));
        var last = mail.addedAt().plus(rules.now().retryFor());
        return said.permanent() || next.isAfter(last)
                ? new Ended(mail, State.DEAD, now, letter.id(), said.words())
                : new Ended(mail, State.WAITING, next, letter.id(), said.words());
    }

    /** Unless another address was set meanwhile. */
    private void giveUp(String account, String address, Said said) {
        recipients
                .find(account)
                .filter(recipient -> recipient.address().equals(address))
                .ifPresent(recipient ->
                        recipients.put(recipient.withUndeliverable(new Undeliverable(clock.instant(), said.words()))));
    }
}
