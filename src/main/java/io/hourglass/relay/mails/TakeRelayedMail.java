package io.hourglass.relay.mails;

import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.mail.MailClass;
import io.hourglass.mail.parse.AttachmentReader;
import io.hourglass.mailing.sending.TakeBounce;
import io.hourglass.mailing.smtp.MailServer;
import io.hourglass.relay.addresses.RelaySettings;
import io.hourglass.relay.mails.Taken.Became;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Takes a mail to the address of an inquiry, whichever way it came: who wrote it decides what it is (ADR 74, 78). */
@Component
public class TakeRelayedMail {

    private static final byte[] NOTHING = {};

    private final WriteReport reports;
    private final OfEitherSide eitherSide;
    private final KeepReply keep;
    private final TakeBounce bounces;
    private final MailServer server;
    private final RelaySettings settings;
    private final Clock clock;

    TakeRelayedMail(
            WriteReport reports,
            OfEitherSide eitherSide,
            KeepReply keep,
            TakeBounce bounces,
            MailServer server,
            RelaySettings settings,
            Clock clock) {
        this.reports = reports;
        this.eitherSide = eitherSide;
        this.keep = keep;
        this.bounces = bounces;
        this.server = server;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param inquiry whose address it was sent to
     * @param raw the mail as it was received, RFC 5322
     * @throws io.hourglass.kernel.InvalidInput if it is none
     * @throws TooManyMails if the inquiry has as many as it may
     * @throws io.hourglass.kernel.NotFound if there is no such inquiry
     */
    public Taken take(InquiryId inquiry, byte[] raw) {
        var mail = ReplyMail.read(raw);
        if (server.hasSent(mail.mail().first("message-id"), mail.from())) {
            return Taken.none(Became.OF_OURS, mail.mailClass());
        }
        if (mail.mailClass() == MailClass.BOUNCE) {
            bounces.take(raw);
            return Taken.none(Became.BOUNCE, MailClass.BOUNCE);
        }
        return keep.keep(reply(inquiry, mail, raw));
    }

    private ReplyToKeep reply(InquiryId inquiry, ReplyMail mail, byte[] raw) {
        var times = times(mail);
        var unsure = mail.mailClass() == MailClass.UNSURE
                || (mail.mailClass() == MailClass.PERSON && eitherSide.mayBe(inquiry, mail.from()));
        var report = reports.of(inquiry, mail, unsure, times.receivedAt());
        var kept = RelayedMail.builder()
                .fact(report.id())
                .inquiry(inquiry)
                .mailClass(mail.mailClass())
                .reasons(mail.classified().reasons())
                .headers(KeptHeaders.of(mail.mail(), mail.from()))
                .times(times)
                .review(unsure ? Review.WAITING : null)
                .build();
        var withRaw = !AttachmentReader.read(raw).isEmpty();
        return new ReplyToKeep(report, kept, mail.from(), withRaw ? raw : NOTHING);
    }

    /** The server's clock may be ahead of ours a little, and no mail is from the future. */
    private MailTimes times(ReplyMail mail) {
        var now = clock.instant();
        var received = mail.receivedBy(settings.receivedBy());
        var at = received.filter(instant -> instant.isBefore(now)).orElse(now);
        return new MailTimes(at, received.isPresent(), mail.mail().date(), now);
    }
}
