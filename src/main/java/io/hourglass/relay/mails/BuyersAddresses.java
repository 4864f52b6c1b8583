package io.hourglass.relay.mails;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.hourglass.access.accounts.Account;
import io.hourglass.access.accounts.Accounts;
import io.hourglass.access.callers.Role;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.mailing.people.Recipient;
import io.hourglass.mailing.people.Recipients;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** By which addresses a buyer is known. */
@Component
public class BuyersAddresses {

    private final Accounts accounts;
    private final Recipients recipients;

    BuyersAddresses(Accounts accounts, Recipients recipients) {
        this.accounts = accounts;
        this.recipients = recipients;
    }

    /** In small letters, those that are known to reach who can sign in as a buyer; one without is absent. */
    public Map<BuyerId, Set<String>> of(Collection<BuyerId> buyers) {
        var names = buyers.stream().map(BuyerId::value).distinct().toList();
        var acting = accounts.actingFor(Role.BUYER, names);
        var known = recipients.find(acting.stream().map(Account::name).toList());
        return acting.stream()
                .filter(account -> {
                    var recipient = known.get(account.name());
                    return recipient != null && recipient.confirmedAt() != null;
                })
                .collect(groupingBy(
                        account -> new BuyerId(Objects.requireNonNull(account.party())),
                        mapping(
                                account -> Objects.requireNonNull(known.get(account.name()))
                                        .address()
                                        .toLowerCase(Locale.ROOT),
                                toSet())));
    }

    /** Whether it is known to reach the buyer. */
    boolean have(BuyerId buyer, String address) {
        return given(buyer, address).anyMatch(one -> one.confirmedAt() != null);
    }

    /** Whether it is the buyer's as far as that one says. */
    boolean mayHave(BuyerId buyer, String address) {
        return given(buyer, address).findAny().isPresent();
    }

    private Stream<Recipient> given(BuyerId buyer, String address) {
        return recipients.find(accounts.of(buyer)).values().stream()
                .filter(one -> one.address().equalsIgnoreCase(address));
    }
}
