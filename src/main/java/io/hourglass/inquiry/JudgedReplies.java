package io.hourglass.inquiry;

import io.hourglass.kernel.InquiryId;
import io.hourglass.sla.Judgement;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Asks the judge, so many at once as keeps what is read small. */
@Component
class JudgedReplies implements OwedReplies {

    private static final int AT_ONCE = 500;

    private final Inquiries inquiries;
    private final PairFiles files;

    JudgedReplies(Inquiries inquiries, PairFiles files) {
        this.inquiries = inquiries;
        this.files = files;
    }

    @Override
    public Set<InquiryId> notOwed(Collection<InquiryId> ids) {
        var all = List.copyOf(ids);
        var found = new HashSet<InquiryId>();
        for (var from = 0; from < all.size(); from += AT_ONCE) {
            var some = inquiries.find(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
            files.judge(some).stream()
                    .filter(judgement -> !judgement.state().owesReply())
                    .map(Judgement::inquiry)
                    .forEach(found::add);
        }
        return found;
    }
}
