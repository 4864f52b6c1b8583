package io.hourglass.mailing.sending;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.hourglass.access.accounts.Account;
import io.hourglass.access.accounts.Accounts;
import io.hourglass.mailing.kinds.MailKinds;
import io.hourglass.mailing.outgoing.OutgoingMail;
import io.hourglass.mailing.people.Recipients;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which mails are still worth sending, and to whom: after a standstill nothing stale is, and nothing that is done by then. */
@Component
public class StillWanted {

    private static final Duration STALE_AFTER = Duration.ofDays(3);

    private final Accounts accounts;
    private final Recipients recipients;
    private final StillOwed owed;
    private final Clock clock;

    StillWanted(Accounts accounts, Recipients recipients, StillOwed owed, Clock clock) {
        this.accounts = accounts;
        this.recipients = recipients;
        this.owed = owed;
        this.clock = clock;
    }

    /** Why a mail was not sent, as it is kept. */
    public enum NotSent {
        /** Too old to be of use. */
        STALE,
        /** The reply has been written, or none is owed: a duplicate needs none of its own. */
        DONE,
        /** Switched off, or its account is closed or another's by now. */
        UNWANTED,
        /** There is no address to which mail arrives. */
        NO_ADDRESS
    }

    record Sorted(List<OutgoingMail> wanted, Map<OutgoingMail, NotSent> dropped) {}

    @Transactional(readOnly = true)
    public Sorted of(List<OutgoingMail> mails) {
        var names = mails.stream().map(OutgoingMail::account).distinct().toList();
        var open = names.stream()
                .flatMap(name -> accounts.find(name).stream())
                .collect(toMap(Account::name, Function.identity()));
        var reached = recipients.find(names).values().stream()
                .filter(one -> one.isReached())
                .map(one -> one.account())
                .collect(toSet());
        var choices = recipients.choices(names);
        var done = owed.done(mails);
        var now = clock.instant();
        var dropped = new LinkedHashMap<OutgoingMail, NotSent>();
        for (var mail : mails) {
            var account = open.get(mail.account());
            var kind = MailKinds.find(mail.kind()).orElse(null);
            if (account == null
                    || kind == null
                    || account.role() != kind.audience().role()
                    || !kind.isWanted(choices.getOrDefault(mail.account(), Map.of()))) {
                dropped.put(mail, NotSent.UNWANTED);
            } else if (!reached.contains(mail.account())) {
                dropped.put(mail, NotSent.NO_ADDRESS);
            } else if (done.contains(mail.id())) {
                dropped.put(mail, NotSent.DONE);
            } else if (isStale(mail, now)) {
                dropped.put(mail, NotSent.STALE);
            }
        }
        return new Sorted(
                mails.stream().filter(mail -> !dropped.containsKey(mail)).toList(), dropped);
    }

    /** What asks for a reply is, from its target on; all else after three days. */
    private static boolean isStale(OutgoingMail mail, Instant now) {
        var due = mail.data("dueAt");
        return due.isEmpty() ? now.isAfter(mail.happenedAt().plus(STALE_AFTER)) : !now.isBefore(Instant.parse(due));
    }
}
