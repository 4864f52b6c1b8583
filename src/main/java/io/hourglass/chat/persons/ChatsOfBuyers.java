package io.hourglass.chat.persons;

import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.consultations.CasesOfBuyers;
import io.hourglass.chat.consultations.Consultations;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.lists.ListPage;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.kernel.text.SearchTerms;
import io.hourglass.persons.CasesOfPersons;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * A buyer's consultations, and the cases of what is known of its account. A day on which one is forgotten goes on to its end: what was
 * asked counts, and may be answered.
 */
@Component
class ChatsOfBuyers implements CasesOfPersons {

    private final Consultations consultations;

    ChatsOfBuyers(Consultations consultations) {
        this.consultations = consultations;
    }

    @Override
    public Track track() {
        return ConsultationId.CHAT;
    }

    @Override
    public String field() {
        return "consultation";
    }

    @Override
    public String plural() {
        return "consultations";
    }

    @Override
    public List<ConsultationId> of(BuyerId buyer) {
        return consultations.of(buyer);
    }

    @Override
    public void end(Collection<CaseId> cases) {
        consultations.lock(cases.stream().map(ConsultationId::of).toList());
    }

    @Override
    public int number(Collection<CaseId> cases) {
        return (int) cases.stream()
                .filter(id -> !CasesOfBuyers.isOfMarks(ConsultationId.of(id)))
                .count();
    }

    @Override
    public ListPage<BuyerId> called(String typed, PageQuery page) {
        var words = SearchTerms.typed(typed);
        var part = words.stream().findFirst().orElse("").toLowerCase(Locale.ROOT);
        return page.from((offset, limit) -> part.isEmpty()
                ? List.of()
                : consultations.buyersWith(part, offset, limit).stream()
                        .filter(buyer ->
                                words.stream().allMatch(word -> SearchTerms.begin(SearchTerms.of(buyer.value()), word)))
                        .toList());
    }
}
