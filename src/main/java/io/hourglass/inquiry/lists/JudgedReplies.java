package io.hourglass.inquiry.lists;

import static java.util.stream.Collectors.toSet;

import io.hourglass.inquiry.Inquiries;
import io.hourglass.inquiry.judging.Judgement;
import io.hourglass.inquiry.pairs.InquiryInPair;
import io.hourglass.inquiry.pairs.JudgedInquiries;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.lists.Parts;
import java.util.Collection;
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
        return Parts.of(List.copyOf(ids), BATCH_SIZE)
                .flatMap(part -> cases.of(inquiries.find(part)).stream())
                .map(InquiryInPair::judgement)
                .filter(judgement -> !judgement.state().owesReply())
                .map(Judgement::inquiry)
                .collect(toSet());
    }
}
