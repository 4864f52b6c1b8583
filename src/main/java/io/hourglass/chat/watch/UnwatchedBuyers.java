package io.hourglass.chat.watch;

import static java.util.stream.Collectors.toSet;

import io.hourglass.chat.AccountId;
import io.hourglass.chat.accounts.ChatAccounts;
import io.hourglass.chat.consultations.MarkedBuyer;
import io.hourglass.chat.consultations.MarkedBuyers;
import io.hourglass.chat.judging.ChatFactKind;
import io.hourglass.evidence.Facts;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.sla.Corrections;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Whom no rule needs to watch: platform staff, accounts of shops, and those that are marked as abnormal already. */
@Component
class UnwatchedBuyers {

    private final MarkedBuyers marked;
    private final Facts facts;
    private final ChatAccounts accounts;

    UnwatchedBuyers(MarkedBuyers marked, Facts facts, ChatAccounts accounts) {
        this.marked = marked;
        this.facts = facts;
        this.accounts = accounts;
    }

    Set<BuyerId> among(Collection<BuyerId> buyers) {
        if (buyers.isEmpty()) {
            return Set.of();
        }
        return Stream.concat(marked(buyers), ofShops(buyers)).collect(toSet());
    }

    private Stream<BuyerId> marked(Collection<BuyerId> buyers) {
        var ofAll = marked.of(buyers).values().stream()
                .flatMap(List::stream)
                .filter(mark -> mark.shop() == null)
                .toList();
        var known = facts.of(ofAll.stream().map(MarkedBuyer::id).toList());
        return ofAll.stream()
                .filter(mark -> {
                    var said = known.getOrDefault(mark.id(), List.of());
                    return Corrections.among(said).applied(said).stream()
                            .anyMatch(fact ->
                                    fact.is(ChatFactKind.MARKED_STAFF) || fact.is(ChatFactKind.MARKED_ABNORMAL));
                })
                .map(MarkedBuyer::buyer);
    }

    private Stream<BuyerId> ofShops(Collection<BuyerId> buyers) {
        var ids = buyers.stream()
                .filter(AccountId::mayBe)
                .map(buyer -> new AccountId(buyer.value()))
                .toList();
        return accounts.find(ids).keySet().stream().map(account -> new BuyerId(account.value()));
    }
}
