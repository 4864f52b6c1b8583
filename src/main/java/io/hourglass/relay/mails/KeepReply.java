package io.hourglass.relay.mails;

import io.hourglass.batch.Batched;
import io.hourglass.evidence.Facts;
import io.hourglass.inquiry.Inquiries;
import io.hourglass.inquiry.Inquiry;
import io.hourglass.inquiry.intake.RecordFact;
import io.hourglass.inquiry.threads.RecentThreads;
import io.hourglass.kernel.NotFound;
import io.hourglass.relay.mails.Taken.Became;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Records a reply that came by mail, once, with what is kept of the mail: neither is there without the other. */
@Component
public class KeepReply {

    /** A mail to a buyer waits for three days at the most; and then, for what is disputed, a month. */
    private static final Duration RAW_IS_KEPT = Duration.ofDays(33);

    private final Inquiries inquiries;
    private final Facts facts;
    private final BuyersAddresses buyers;
    private final RecordFact record;
    private final RelayedMails mails;
    private final RecentThreads threads;

    KeepReply(
            Inquiries inquiries,
            Facts facts,
            BuyersAddresses buyers,
            RecordFact record,
            RelayedMails mails,
            RecentThreads threads) {
        this.inquiries = inquiries;
        this.facts = facts;
        this.buyers = buyers;
        this.record = record;
        this.mails = mails;
        this.threads = threads;
    }

    /**
     * @throws TooManyMails if the inquiry has as many as it may
     * @throws NotFound if there is no such inquiry
     */
    @Batched
    public Taken keep(ReplyToKeep reply) {
        var mail = reply.mail();
        var inquiry = inquiries
                .lock(mail.inquiry())
                .orElseThrow(() -> new NotFound("inquiry", mail.inquiry().value()));
        if (mail.found() == null && buyers.have(inquiry.buyer(), reply.from())) {
            return Taken.none(Became.OF_BUYER, mail.mailClass());
        }
        if (isKnown(inquiry, reply)) {
            return new Taken(Became.KNOWN, mail.mailClass(), mail.fact(), false, false);
        }
        if (mails.numberOf(mail.inquiry()) >= TooManyMails.MOST) {
            throw new TooManyMails();
        }
        var recorded = record.recordOwn(reply.report());
        mails.add(mail, reply.raw(), mail.times().recordedAt().plus(RAW_IS_KEPT));
        return new Taken(
                Became.REPLY, mail.mailClass(), mail.fact(), recorded.fact().late(), recorded.refusal() != null);
    }

    /** What was read in a mailbox may have come before by another way. What comes through the relay has to be delivered in any case. */
    private boolean isKnown(Inquiry inquiry, ReplyToKeep reply) {
        return facts.find(reply.mail().fact()).isPresent()
                || reply.idInMailbox()
                        .filter(id -> threads.hasBrought(inquiry, id))
                        .isPresent();
    }
}
