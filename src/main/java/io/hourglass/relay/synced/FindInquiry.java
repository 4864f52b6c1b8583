package io.hourglass.relay.synced;

import io.hourglass.inquiry.Inquiry;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.mailing.outgoing.OutgoingMails;
import io.hourglass.mailing.smtp.MailServer;
import io.hourglass.relay.addresses.RelayAddresses;
import io.hourglass.relay.mails.FoundInMailbox.MatchedBy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds the inquiry of a mailbox's supplier that a mail answers: by the ids that it names, then by the address that it was sent to. */
@Component
class FindInquiry {

    private final MailServer server;
    private final OutgoingMails notifications;
    private final RelayAddresses addresses;

    FindInquiry(MailServer server, OutgoingMails notifications, RelayAddresses addresses) {
        this.server = server;
        this.notifications = notifications;
        this.addresses = addresses;
    }

    Optional<Match> of(FoundMail mail, Mailbox mailbox) {
        return mail.answered().stream()
                .flatMap(id -> byId(id, mail, mailbox).stream())
                .findFirst()
                .or(() -> byAddress(mail, mailbox));
    }

    private Optional<Match> byId(String id, FoundMail mail, Mailbox mailbox) {
        return only(mailbox.threads().about(id), mail.recipients(), mailbox)
                .map(inquiry -> new Match(inquiry, MatchedBy.THREAD))
                .or(() -> byNotification(id, mailbox));
    }

    /** Of several buyers' inquiries that of the one who is written to: senders choose the ids of their mails, and two may choose the same. */
    private static Optional<Inquiry> only(List<Inquiry> found, List<String> recipients, Mailbox mailbox) {
        var written = found.stream()
                .filter(inquiry ->
                        found.size() == 1 || recipients.stream().anyMatch(mailbox.addressesOf(inquiry)::contains))
                .toList();
        return written.size() == 1 ? Optional.of(written.get(0)) : Optional.empty();
    }

    /** A letter that told of several inquiries leads to none. */
    private Optional<Match> byNotification(String id, Mailbox mailbox) {
        var told = server.lettersIn(id).stream()
                .flatMap(letter -> notifications.toldBy(letter, Track.INQUIRY).stream())
                .distinct()
                .toList();
        return told.size() == 1
                ? mailbox.threads()
                        .find(new InquiryId(told.get(0)))
                        .map(inquiry -> new Match(inquiry, MatchedBy.NOTIFICATION))
                : Optional.empty();
    }

    private Optional<Match> byAddress(FoundMail mail, Mailbox mailbox) {
        return addressed(mail)
                .flatMap(inquiry -> mailbox.threads().find(inquiry).stream())
                .map(inquiry -> new Match(inquiry, MatchedBy.ADDRESS))
                .findFirst();
    }

    /** Whether the inquiry's buyer gets it, through the inquiry's address or by itself. */
    boolean reaches(FoundMail mail, Inquiry inquiry, Mailbox mailbox) {
        return mail.recipients().stream().anyMatch(mailbox.addressesOf(inquiry)::contains)
                || addressed(mail).anyMatch(inquiry.id()::equals);
    }

    private Stream<InquiryId> addressed(FoundMail mail) {
        return mail.recipients().stream().flatMap(address -> addresses.inquiryAt(address).stream());
    }
}
