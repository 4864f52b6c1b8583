package io.hourglass.inquiry.reading;

import io.hourglass.inquiry.Inquiry;
import io.hourglass.inquiry.judging.Judgement;
import io.hourglass.inquiry.pairs.JudgedInquiries;
import io.hourglass.inquiry.reading.InquirySearch.Wanted;
import io.hourglass.kernel.lists.ListPage;
import io.hourglass.kernel.lists.PageQuery;
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

    @Transactional(readOnly = true)
    public ListPage<Found> find(Wanted wanted, PageQuery page) {
        return page.from((offset, limit) -> search.find(wanted, offset, limit)).map(this::judged);
    }

    private List<Found> judged(List<Inquiry> some) {
        return cases.of(some).stream()
                .map(judged -> new Found(judged.inquiry(), judged.judgement()))
                .toList();
    }
}
