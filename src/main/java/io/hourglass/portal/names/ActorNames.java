package io.hourglass.portal.names;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import io.hourglass.access.accounts.Account;
import io.hourglass.access.accounts.Accounts;
import io.hourglass.access.accounts.KeptAccount;
import io.hourglass.access.accounts.SampleAccess;
import io.hourglass.access.accounts.SignIn;
import io.hourglass.access.keys.ApiKey;
import io.hourglass.access.keys.KeyRing;
import io.hourglass.kernel.text.SearchTerms;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Under which names people and systems act here: accounts, those of the configuration too, and keys. */
@Component
public class ActorNames {

    private final Accounts accounts;
    private final SignIn signIn;
    private final SampleAccess sample;
    private final KeyRing keys;

    ActorNames(Accounts accounts, SignIn signIn, SampleAccess sample, KeyRing keys) {
        this.accounts = accounts;
        this.signIn = signIn;
        this.sample = sample;
        this.keys = keys;
    }

    /** Those that may act now, in order. */
    public List<String> present() {
        return names(
                accounts.kept().stream().filter(KeptAccount::isOpen),
                keys.all().stream().filter(key -> key.revokedAt() == null));
    }

    /**
     * Who is meant: the one with that very name; or else all in whose name words begin with those typed, in any case; or else one that
     * is not known here, by the name as typed. Each with the accounts that were merged into it.
     */
    public Set<String> meant(String typed) {
        var kept = accounts.kept();
        var all = names(kept.stream(), keys.all().stream());
        var words = SearchTerms.typed(typed);
        var called = words.isEmpty() || all.contains(typed)
                ? Set.<String>of()
                : all.stream().filter(name -> hasAll(name, words)).collect(toSet());
        var meant = called.isEmpty() ? Set.of(typed) : called;
        return Stream.concat(
                        meant.stream(),
                        kept.stream()
                                .filter(one -> one.mergedInto() != null && meant.contains(one.mergedInto()))
                                .map(KeptAccount::name))
                .collect(toSet());
    }

    private List<String> names(Stream<KeptAccount> kept, Stream<ApiKey> keys) {
        return List.copyOf(Stream.of(
                        kept.map(KeptAccount::name),
                        signIn.fixed().map(Account::name),
                        keys.map(ApiKey::name),
                        Stream.of(SampleAccess.INTEGRATION.name()).filter(name -> sample.isSample()))
                .flatMap(names -> names)
                .collect(toCollection(TreeSet::new)));
    }

    private static boolean hasAll(String name, Set<String> words) {
        var terms = SearchTerms.of(name);
        return words.stream().allMatch(word -> SearchTerms.begin(terms, word));
    }
}
