package io.hourglass.inquiry.lists;

import io.hourglass.inquiry.Inquiries;
import io.hourglass.inquiry.judging.Judgement;
import io.hourglass.inquiry.pairs.InquiryInPair;
import io.hourglass.inquiry.pairs.JudgedInquiries;
import io.hourglass.kernel.ids.InquiryId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Calls the judge in batches, to limit what is in memory. */
@Component
class JudgedReplies implements OwedReplies {

    private static final int BATCH_SIZE = 500;

    private final Inquiries inquiries;
    private final JudgedInquiries cases;

    JudgedReplies(Inquiries inquiries, JudgedInquiries cases) {
        this.inquiries = inquiries;
        this.cases = cases;
    }

    @Override
    public Set<InquiryId> notOwed(Collection<InquiryId> ids) {
        var all = List.copyOf(ids);
        var found = new HashSet<InquiryId>();
        for (var from = 0; from < all.size(); from += BATCH_SIZE) {
            var some = inquiries.find(all.subList(from, Math.min(all.size(), from + BATCH_SIZE)));
            cases.of(some).stream()
                    .map(InquiryInPair::judgement)
                    .filter(judgement -> !judgement.state().owesReply())
                    .map(Judgement::inquiry)
                    .forEach(found::add);
        }
        return found;
    }
}
