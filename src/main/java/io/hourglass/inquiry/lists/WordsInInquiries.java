package io.hourglass.inquiry.lists;

import static java.util.stream.Collectors.toMap;

import io.hourglass.batch.rows.InChunks;
import io.hourglass.evidence.Facts;
import io.hourglass.inquiry.lists.ListedDays.Parted;
import io.hourglass.inquiry.reading.InquirySearch.Wanted;
import io.hourglass.inquiry.search.SearchInquiries;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Which of a supplier's inquiries hold words. */
@Component
class WordsInInquiries {

    private final SearchInquiries search;
    private final Facts facts;

    WordsInInquiries(SearchInquiries search, Facts facts) {
        this.search = search;
        this.facts = facts;
    }

    /**
     * Those that the one search finds by the words, and those in whose subject or text they stand as they are, in any case; of the
     * very id of one that one alone.
     *
     * @param ids of the supplier's inquiries of those days
     * @throws InvalidInput if they cannot be in any text
     */
    Set<CaseId> having(String words, SupplierId supplier, Parted days, List<InquiryId> ids) {
        var itself = ids.stream().filter(id -> id.value().equals(words)).findFirst();
        if (itself.isPresent()) {
            return Set.of(itself.get());
        }
        var found = new HashSet<CaseId>(found(words, supplier, days));
        var saying = words.toLowerCase(Locale.ROOT);
        found.addAll(
                InChunks.find(ids, some -> facts.saying(saying, some).stream().collect(toMap(id -> id, id -> true)))
                        .keySet());
        return found;
    }

    private Set<InquiryId> found(String words, SupplierId supplier, Parted days) {
        try {
            return search.having(
                    words,
                    Wanted.builder()
                            .supplier(supplier)
                            .from(days.first())
                            .to(days.last())
                            .build());
        } catch (InvalidInput e) {
            throw new InvalidInput("words", words, e.rule());
        }
    }
}
