package io.hourglass.relay.synced;

import io.hourglass.evidence.details.ContentHash;
import io.hourglass.inquiry.Inquiry;
import io.hourglass.inquiry.intake.FactReport;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.facts.MessageId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.mail.MailClass;
import io.hourglass.mail.ThreadSubject;
import io.hourglass.messages.signing.ProgramKey;
import io.hourglass.relay.mails.AuthorsOfMails;
import io.hourglass.relay.mails.FoundInMailbox;
import io.hourglass.relay.mails.FoundInMailbox.Doubt;
import io.hourglass.relay.mails.KeptHeaders;
import io.hourglass.relay.mails.MailTimes;
import io.hourglass.relay.mails.RelayedMail;
import io.hourglass.relay.mails.ReplyToKeep;
import io.hourglass.relay.mails.Review;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Says what a mail of a mailbox is as a fact, and what is kept of it beside. */
@Component
class WriteSynced {

    private static final int DIGITS = 40;

    private final FindInquiry inquiries;
    private final AuthorsOfMails authors;
    private final ProgramKey key;

    WriteSynced(FindInquiry inquiries, AuthorsOfMails authors, ProgramKey key) {
        this.inquiries = inquiries;
        this.authors = authors;
        this.key = key;
    }

    ReplyToKeep of(FoundMail mail, Match match, Mailbox mailbox, Instant now) {
        var found = new FoundInMailbox(mail.synced().folder(), match.by(), doubts(mail, match.inquiry(), mailbox));
        var unsure = mail.reply().mailClass() == MailClass.UNSURE
                || (mail.reply().mailClass() == MailClass.PERSON
                        && !found.doubts().isEmpty());
        var isErased = mailbox.threads().isErased(match.inquiry());
        var kept = RelayedMail.builder()
                .fact(id(mail, match.inquiry()))
                .inquiry(match.inquiry().id())
                .mailClass(mail.reply().mailClass())
                .reasons(mail.reply().classified().reasons())
                .headers(isErased ? List.of() : KeptHeaders.ofMailbox(mail.reply()))
                .times(times(mail, now))
                .found(found)
                .review((unsure || found.isCandidate()) && !isErased ? Review.WAITING : null)
                .build();
        return new ReplyToKeep(
                report(mail, kept, author(mail, found, unsure)), kept, mail.id().orElse(null));
    }

    /** No mail is from the future, whatever its server's clock says. */
    private static MailTimes times(FoundMail mail, Instant now) {
        var arrived = mail.synced().arrivedAt();
        return new MailTimes(
                arrived.isBefore(now) ? arrived : now,
                true,
                mail.synced().headers().date(),
                now);
    }

    /** What may be about something else ties nothing to the inquiry. */
    private static FactReport report(FoundMail mail, RelayedMail kept, AuthorKind author) {
        return FactReport.builder()
                .id(kept.fact())
                .inquiry(kept.inquiry())
                .kind(InquiryFactKind.REPLIED)
                .author(author)
                .channel(Channel.MAILBOX)
                .occurredAt(kept.times().receivedAt())
                .messageId(isCandidate(kept) ? null : mail.id().orElse(null))
                .hashOnly(true)
                .build();
    }

    private static boolean isCandidate(RelayedMail kept) {
        return kept.found() != null && kept.found().isCandidate();
    }

    private AuthorKind author(FoundMail mail, FoundInMailbox found, boolean unsure) {
        var mailClass = mail.reply().mailClass();
        return found.isCandidate() ? authors.ofCandidate(mailClass, unsure) : authors.of(mailClass, unsure);
    }

    private Set<Doubt> doubts(FoundMail mail, Inquiry inquiry, Mailbox mailbox) {
        var doubts = EnumSet.noneOf(Doubt.class);
        if (mail.wasPutLater()) {
            doubts.add(Doubt.PUT_LATER);
        }
        if (!inquiries.reaches(mail, inquiry, mailbox)) {
            doubts.addAll(ofRecipients(mail, inquiry, mailbox));
        }
        return doubts;
    }

    /** Of a buyer whose address is not known it can only be said that a mail went to nobody else, or was passed on. */
    private static Set<Doubt> ofRecipients(FoundMail mail, Inquiry inquiry, Mailbox mailbox) {
        var doubts = EnumSet.noneOf(Doubt.class);
        var toNobody = mail.recipients().stream().allMatch(mailbox.address()::equalsIgnoreCase);
        if (toNobody || !mailbox.addressesOf(inquiry).isEmpty()) {
            doubts.add(Doubt.NOT_TO_BUYER);
        }
        if (ThreadSubject.of(mail.synced().headers().first("subject")).passedOn()) {
            doubts.add(Doubt.PASSED_ON);
        }
        return doubts;
    }

    /**
     * The same for the same mail wherever it lies, however often it is read. By the program's key: who knows the id of a mail does not find out
     * by it whether the supplier wrote that.
     */
    private FactId id(FoundMail mail, Inquiry inquiry) {
        var id = mail.id().flatMap(MessageId::normal).orElse(null);
        var date = mail.synced().headers().first("date");
        var all = ContentHash.unsalted(
                inquiry.supplier(),
                inquiry.id(),
                id,
                id == null ? date : null,
                id == null && date.isEmpty() ? mail.synced().arrivedAt() : null);
        var mac = HexFormat.of().formatHex(key.mac("mail of a mailbox\n" + all));
        return new FactId(":mailbox-" + mac.substring(0, DIGITS));
    }
}
