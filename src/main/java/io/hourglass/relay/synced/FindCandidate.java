package io.hourglass.relay.synced;

import static java.util.Comparator.comparing;

import io.hourglass.evidence.Facts;
import io.hourglass.inquiry.Inquiry;
import io.hourglass.mail.MailClass;
import io.hourglass.mail.ThreadSubject;
import io.hourglass.relay.mails.FoundInMailbox.MatchedBy;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Finds the inquiry that a mail may be about which no id and no address leads to: one with its subject, from the mailbox's own address to
 * the buyer. Of several the last that was there when it was written. What a program wrote is no candidate: nobody needs to look at it.
 */
@Component
class FindCandidate {

    private static final Set<MailClass> OF_PEOPLE = EnumSet.of(MailClass.PERSON, MailClass.UNSURE);

    private final Facts facts;

    FindCandidate(Facts facts) {
        this.facts = facts;
    }

    Optional<Match> of(FoundMail mail, Mailbox mailbox) {
        var subject = ThreadSubject.of(mail.synced().headers().first("subject"));
        if (!mail.isFrom(mailbox.address())
                || subject.text().isEmpty()
                || subject.passedOn()
                || !OF_PEOPLE.contains(mail.reply().mailClass())) {
            return Optional.empty();
        }
        var some = toBuyers(mail, mailbox);
        readSubjects(some, mailbox);
        return some.stream()
                .filter(inquiry -> Objects.requireNonNull(mailbox.subjects().get(inquiry.id()))
                        .text()
                        .equals(subject.text()))
                .max(comparing(Inquiry::receivedAt).thenComparing(Inquiry::id))
                .map(inquiry -> new Match(inquiry, MatchedBy.SUBJECT));
    }

    private static List<Inquiry> toBuyers(FoundMail mail, Mailbox mailbox) {
        var to = mail.reply().to("to").stream()
                .map(address -> address.toLowerCase(Locale.ROOT))
                .toList();
        return mailbox.threads().all().stream()
                .filter(inquiry -> to.stream().anyMatch(mailbox.addressesOf(inquiry)::contains))
                .filter(inquiry -> !inquiry.receivedAt().isAfter(mail.synced().arrivedAt()))
                .toList();
    }

    /** Of each inquiry once. */
    private void readSubjects(List<Inquiry> some, Mailbox mailbox) {
        var unread = some.stream()
                .map(Inquiry::id)
                .filter(id -> !mailbox.subjects().containsKey(id))
                .toList();
        if (unread.isEmpty()) {
            return;
        }
        var receipts = facts.receiptsOf(unread);
        for (var id : unread) {
            var told = receipts.get(id);
            var subject = told == null ? null : told.text().subject();
            mailbox.subjects().put(id, ThreadSubject.of(Objects.requireNonNullElse(subject, "")));
        }
    }
}
