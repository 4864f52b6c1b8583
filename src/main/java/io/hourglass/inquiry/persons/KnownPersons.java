package io.hourglass.inquiry.persons;

import io.hourglass.access.Role;
import io.hourglass.access.accounts.Accounts;
import io.hourglass.access.accounts.KeptAccount;
import io.hourglass.inquiry.Inquiries;
import io.hourglass.kernel.BuyerId;
import io.hourglass.kernel.ExternalId;
import io.hourglass.kernel.NotFound;
import io.hourglass.market.Buyers;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Of whom something is kept: buyers by their id, and others by the name of their account. */
@Component
public class KnownPersons {

    private final Inquiries inquiries;
    private final Accounts accounts;
    private final Buyers buyers;

    KnownPersons(Inquiries inquiries, Accounts accounts, Buyers buyers) {
        this.inquiries = inquiries;
        this.accounts = accounts;
        this.buyers = buyers;
    }

    /** @throws NotFound if the buyer never sent an inquiry and has neither account nor name, or has been erased */
    @Transactional(readOnly = true)
    public Person buyer(BuyerId buyer) {
        return found(buyer).orElseThrow(() -> new NotFound("buyer", buyer.value()));
    }

    /**
     * The buyer of that id; or else the one whose account has the name; or else somebody else with that account.
     *
     * @throws NotFound if there is none
     */
    @Transactional(readOnly = true)
    public Person called(String idOrName) {
        if (!ExternalId.isOne(idOrName, ExternalId.MAX_LENGTH)) {
            throw new NotFound("buyer", idOrName);
        }
        var account = accounts.kept(idOrName);
        return found(new BuyerId(idOrName))
                .or(() -> account.flatMap(KnownPersons::buyerOf).flatMap(this::found))
                .or(() -> account.map(kept -> new Person(null, List.of(), List.of(kept.name()))))
                .orElseThrow(() -> new NotFound("buyer", idOrName));
    }

    private static Optional<BuyerId> buyerOf(KeptAccount kept) {
        @Nullable String party = kept.account().party();
        return kept.account().role() == Role.BUYER && party != null
                ? Optional.of(new BuyerId(party))
                : Optional.empty();
    }

    private Optional<Person> found(BuyerId buyer) {
        var sent = inquiries.of(buyer);
        var names = accounts.of(buyer);
        var isKnown = !sent.isEmpty()
                || !names.isEmpty()
                || !buyers.named(List.of(buyer)).isEmpty();
        return isKnown ? Optional.of(new Person(buyer, sent, names)) : Optional.empty();
    }
}
