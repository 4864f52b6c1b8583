package io.hourglass.inquiry.pairs;

import io.hourglass.inquiry.Inquiries.MailOfPair;
import io.hourglass.inquiry.Inquiries.PairInReach;
import io.hourglass.inquiry.Inquiry;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.rate.books.VerdictEntries;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Prefetches for a batch of calls what {@link CaseFileLoader} and the books will ask for each. */
@Component
public class PairPrefetcher {

    private final ThreadMembers threads;
    private final PairReaches reaches;
    private final VerdictEntries entries;
    private final UnseenTimes unseen;

    PairPrefetcher(ThreadMembers threads, PairReaches reaches, VerdictEntries entries, UnseenTimes unseen) {
        this.threads = threads;
        this.reaches = reaches;
        this.entries = entries;
        this.unseen = unseen;
    }

    /** All that may share a chain of duplicates with what the buyer sends the supplier at that instant. */
    public PairInReach around(BuyerId buyer, SupplierId supplier, Instant receivedAt) {
        return reaches.of(buyer, supplier, receivedAt);
    }

    /** @param mails that are about to come in */
    public void prefetch(Collection<Inquiry> inquiries, Collection<MailOfPair> mails) {
        prefetch(inquiries.stream().map(reaches::of).toList(), mails);
        unseen.around(inquiries);
    }

    public void prefetch(List<PairInReach> pairs, Collection<MailOfPair> mails) {
        entries.latestOf(threads.around(pairs, mails).ids());
    }
}
