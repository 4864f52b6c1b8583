package io.hourglass.persons;

import io.hourglass.access.accounts.Accounts;
import io.hourglass.access.accounts.KeptAccount;
import io.hourglass.access.callers.Role;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.ExternalId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.lists.ListPage;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.kernel.text.SearchTerms;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Of whom something is kept: buyers by their id or name, and others by the name of their account. */
@Component
public class KnownPersons {

    private final CasesOfAllTracks cases;
    private final Accounts accounts;
    private final List<PersonalPlace> places;

    KnownPersons(CasesOfAllTracks cases, Accounts accounts, List<PersonalPlace> places) {
        this.cases = cases;
        this.accounts = accounts;
        this.places = places;
    }

    /** @throws NotFound if the buyer has no case, account or name and is in no other place, or has been erased */
    @Transactional(readOnly = true)
    public Person buyer(BuyerId buyer) {
        return found(buyer).orElseThrow(() -> new NotFound("buyer", buyer.value()));
    }

    /**
     * {@link #find}
     *
     * @throws NotFound if there is none
     */
    @Transactional(readOnly = true)
    public Person called(String idOrName) {
        return find(idOrName).orElseThrow(() -> new NotFound("buyer", idOrName));
    }

    /** The buyer of that id; or else the one whose account has the name; or else somebody else with that account. */
    @Transactional(readOnly = true)
    public Optional<Person> find(String idOrName) {
        if (!ExternalId.isOne(idOrName, ExternalId.MAX_LENGTH)) {
            return Optional.empty();
        }
        var account = accounts.kept(idOrName);
        return found(new BuyerId(idOrName))
                .or(() -> account.flatMap(KnownPersons::buyerOf).flatMap(this::found))
                .or(() -> account.map(kept -> new Person(null, List.of(), ofOnePerson(kept))));
    }

    /**
     * Who may be meant: buyers in whose id or name words begin with all that were typed, in any case, and those whose account has such
     * a name.
     *
     * @param limit how many to give at the most
     * @return what {@link #called} knows each by, once each: the id of a buyer, or the name of another's account
     * @throws io.hourglass.kernel.InvalidInput if it is longer than what can be searched for
     */
    @Transactional(readOnly = true)
    public ListPage<String> calledInPart(String typed, int limit) {
        var words = SearchTerms.typed(typed);
        var first = new PageQuery(0, limit);
        var found = cases.called(typed, first);
        if (words.isEmpty()) {
            return new ListPage<>(first, List.of(), null, false);
        }
        var ofAccounts = accounts.kept().stream()
                .filter(kept -> hasAll(SearchTerms.of(kept.name()), words))
                .map(kept -> buyerOf(kept).map(BuyerId::value).orElse(kept.name()));
        var ids = Stream.concat(found.items().stream().map(BuyerId::value), ofAccounts)
                .distinct()
                .toList();
        var more = found.more() || ids.size() > limit;
        return new ListPage<>(first, ids.stream().limit(limit).toList(), null, more);
    }

    /** How many cases it has, by track. */
    public SortedMap<Track, Integer> numbers(Person person) {
        return cases.numbers(person);
    }

    private static boolean hasAll(String terms, Collection<String> words) {
        return words.stream().allMatch(word -> SearchTerms.begin(terms, word));
    }

    /** Whether there is such a buyer: one who has a case, an account or a name. */
    @Transactional(readOnly = true)
    public boolean isBuyer(BuyerId buyer) {
        return found(buyer).isPresent();
    }

    /** The account that goes on, then those that were merged into it. */
    private List<String> ofOnePerson(KeptAccount kept) {
        var goesOn = kept.mergedInto() == null ? kept.name() : kept.mergedInto();
        var merged = accounts.kept().stream()
                .filter(one -> goesOn.equals(one.mergedInto()))
                .map(KeptAccount::name);
        return Stream.concat(Stream.of(goesOn), merged).toList();
    }

    private static Optional<BuyerId> buyerOf(KeptAccount kept) {
        @Nullable String party = kept.account().party();
        return kept.account().role() == Role.BUYER && party != null
                ? Optional.of(new BuyerId(party))
                : Optional.empty();
    }

    private Optional<Person> found(BuyerId buyer) {
        var all = cases.of(buyer);
        var names = accounts.of(buyer);
        var isKnown = !all.isEmpty() || !names.isEmpty() || places.stream().anyMatch(place -> place.keeps(buyer));
        return isKnown ? Optional.of(new Person(buyer, all, names)) : Optional.empty();
    }
}
