package io.hourglass.inquiry;

import io.hourglass.inquiry.InquirySearch.Wanted;
import io.hourglass.sla.Judgement;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds inquiries, each judged as of now. */
@Component
public class FindInquiries {

    private final InquirySearch search;
    private final PairFiles files;

    FindInquiries(InquirySearch search, PairFiles files) {
        this.search = search;
        this.files = files;
    }

    /** An inquiry, and what the judge says of it now. */
    public record Found(Inquiry inquiry, Judgement judgement) {}

    /** @param more whether there are others on further pages */
    public record Page(List<Found> found, boolean more) {}

    /** @param page from 0 */
    @Transactional(readOnly = true)
    public Page find(Wanted wanted, int page, int size) {
        var found = search.find(wanted, (long) page * size, size + 1);
        var shown = found.subList(0, Math.min(size, found.size()));
        var judgements = files.judge(shown);
        return new Page(
                IntStream.range(0, shown.size())
                        .mapToObj(at -> new Found(shown.get(at), judgements.get(at)))
                        .toList(),
                found.size() > size);
    }
}
