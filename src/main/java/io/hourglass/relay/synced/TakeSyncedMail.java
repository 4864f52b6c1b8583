package io.hourglass.relay.synced;

import io.hourglass.inquiry.threads.RecentThreads;
import io.hourglass.mailing.smtp.MailServer;
import io.hourglass.relay.mails.KeepReply;
import io.hourglass.relay.mails.TooManyMails;
import java.time.Clock;
import org.springframework.stereotype.Component;

/**
 * Takes one mail: what the supplier wrote about one of its recent inquiries is a reply, what a buyer wrote on about one is remembered by the hash of
 * its id, and all else is forgotten.
 */
@Component
class TakeSyncedMail {

    private final FindInquiry inquiries;
    private final FindCandidate candidates;
    private final WriteSynced reports;
    private final KeepReply keep;
    private final RecentThreads threads;
    private final MailServer server;
    private final Clock clock;

    TakeSyncedMail(
            FindInquiry inquiries,
            FindCandidate candidates,
            WriteSynced reports,
            KeepReply keep,
            RecentThreads threads,
            MailServer server,
            Clock clock) {
        this.inquiries = inquiries;
        this.candidates = candidates;
        this.reports = reports;
        this.keep = keep;
        this.threads = threads;
        this.server = server;
        this.clock = clock;
    }

    void take(FoundMail mail, Mailbox mailbox) {
        if (!mail.isOf(mailbox.address())) {
            follow(mail, mailbox);
        } else if (!server.hasSent(mail.id().orElse(""), mail.from())) {
            inquiries
                    .of(mail, mailbox)
                    .or(() -> candidates.of(mail, mailbox))
                    .ifPresent(match -> keep(mail, match, mailbox));
        }
    }

    private void keep(FoundMail mail, Match match, Mailbox mailbox) {
        try {
            var reply = reports.of(mail, match, mailbox, clock.instant());
            keep.keep(reply);
            if (reply.report().messageId() != null) {
                mail.id().ifPresent(id -> mailbox.threads().add(match.inquiry(), id));
            }
        } catch (TooManyMails e) {
            // whatever is in it, the inquiry has been answered long since
        }
    }

    /** By its buyer's known address alone: whoever else names the inquiry's mails is a stranger. */
    private void follow(FoundMail mail, Mailbox mailbox) {
        mail.id().ifPresent(id -> mail.answered().stream()
                .flatMap(answered -> mailbox.threads().about(answered).stream())
                .filter(inquiry -> mailbox.addressesOf(inquiry).contains(mail.from()))
                .findFirst()
                .ifPresent(inquiry -> threads.follow(mailbox.threads(), inquiry, id)));
    }
}
