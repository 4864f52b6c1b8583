package io.hourglass.persons;

import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.ids.Track;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of whom something is kept.
 *
 * @param buyer null of one that is no buyer, but has an account
 * @param cases all its cases of all tracks, those of one in the order of their ids
 * @param accounts the names of its accounts, closed ones included
 */
public record Person(@Nullable BuyerId buyer, List<CaseId> cases, List<String> accounts) {

    public Person {
        cases = List.copyOf(cases);
        accounts = List.copyOf(accounts);
    }

    /** Those of one track. */
    public List<CaseId> cases(Track track) {
        return cases.stream().filter(id -> id.track().equals(track)).toList();
    }

    /** By which the ledger has a pseudonym of it. */
    public String id() {
        return buyer == null ? accounts.get(0) : buyer.value();
    }

    /** Under which it did something: those of its accounts, and its id. */
    public List<String> names() {
        return buyer == null || accounts.contains(buyer.value())
                ? accounts
                : Stream.concat(Stream.of(buyer.value()), accounts.stream()).toList();
    }
}
