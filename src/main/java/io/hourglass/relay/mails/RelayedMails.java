package io.hourglass.relay.mails;

import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What is kept of the mails that came through the relay, or were read in mailboxes. */
public interface RelayedMails {

    /** @param raw the mail itself, which is kept for as long as what is attached to it may be sent; empty if there is nothing */
    void add(RelayedMail mail, byte[] raw, Instant rawUntil);

    Optional<RelayedMail> find(FactId fact);

    /** Holds it until the transaction ends. */
    Optional<RelayedMail> lock(FactId fact);

    /** In the order in which they were received. */
    List<RelayedMail> of(Collection<InquiryId> inquiries);

    /** How many an inquiry has. */
    int numberOf(InquiryId inquiry);

    /** As it came; empty if nothing was attached to it, and without a byte once it is not kept any more. */
    Optional<byte[]> raw(FactId fact);

    /** Of those that wait for a person: who has waited longest first. */
    List<RelayedMail> waiting(long offset, int limit);

    int numberWaiting();

    void review(FactId fact, Review review);

    /** The mails themselves, whose time is over. */
    void forgetRaw(Instant now);

    /** What was written in them, and from where; what it was taken for stays. Nobody is asked who wrote them any more. */
    void erase(Collection<InquiryId> inquiries);
}
