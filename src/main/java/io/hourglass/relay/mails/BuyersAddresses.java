package io.hourglass.relay.mails;

import io.hourglass.access.accounts.Accounts;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.mailing.people.Recipients;
import org.springframework.stereotype.Component;

/** By which addresses a buyer is known. */
@Component
class BuyersAddresses {

    private final Accounts accounts;
    private final Recipients recipients;

    BuyersAddresses(Accounts accounts, Recipients recipients) {
        this.accounts = accounts;
        this.recipients = recipients;
    }

    boolean have(BuyerId buyer, String address) {
        return recipients.find(accounts.of(buyer)).values().stream()
                .anyMatch(one -> one.address().equalsIgnoreCase(address));
    }
}
