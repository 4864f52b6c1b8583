package io.hourglass.inquiry.reading;

import io.hourglass.inquiry.Inquiry;
import io.hourglass.inquiry.judging.Judgement;
import io.hourglass.inquiry.pairs.JudgedInquiries;
import io.hourglass.inquiry.reading.InquirySearch.Wanted;
import io.hourglass.kernel.Slice;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds inquiries, each judged as of now. */
@Component
public class FindInquiries {

    private final InquirySearch search;
    private final JudgedInquiries cases;

    FindInquiries(InquirySearch search, JudgedInquiries cases) {
        this.search = search;
        this.cases = cases;
    }

    /** An inquiry, and what the judge says of it now. */
    public record Found(Inquiry inquiry, Judgement judgement) {}

    /** @param page from 0 */
    @Transactional(readOnly = true)
    public Slice<Found> find(Wanted wanted, int page, int size) {
        return Slice.of(page, size, (offset, limit) -> search.find(wanted, offset, limit))
                .map(this::judged);
    }

    private List<Found> judged(List<Inquiry> some) {
        return cases.of(some).stream()
                .map(judged -> new Found(judged.inquiry(), judged.judgement()))
                .toList();
    }
}
