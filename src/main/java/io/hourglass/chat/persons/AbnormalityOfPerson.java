package io.hourglass.chat.persons;

import io.hourglass.chat.watch.CaughtAccount;
import io.hourglass.chat.watch.CaughtAccounts;
import io.hourglass.chat.watch.WatchedBuyers;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.persons.Entry;
import io.hourglass.persons.Person;
import io.hourglass.persons.PersonalPlace;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** When its account was made, whether it was found abnormal, and that it decided so of others. */
@Component
@Order(12)
class AbnormalityOfPerson implements PersonalPlace {

    private final CaughtAccounts accounts;
    private final WatchedBuyers watched;

    AbnormalityOfPerson(CaughtAccounts accounts, WatchedBuyers watched) {
        this.accounts = accounts;
        this.watched = watched;
    }

    @Override
    public String name() {
        return "abnormal-accounts";
    }

    @Override
    public boolean keeps(BuyerId buyer) {
        return watched.registeredAt(buyer).isPresent()
                || !accounts.of(List.of(buyer)).isEmpty();
    }

    @Override
    public void give(Person person, Consumer<Map<String, @Nullable Object>> entry) {
        var buyer = person.buyer();
        if (buyer != null) {
            watched.registeredAt(buyer)
                    .ifPresent(at -> entry.accept(Entry.of("buyer", buyer.value(), "registeredAt", at)));
            accounts.of(List.of(buyer)).forEach(one -> entry.accept(entry(one)));
        }
    }

    private static Map<String, @Nullable Object> entry(CaughtAccount one) {
        var caught = one.caught();
        var decision = one.decision();
        return Entry.of(
                "buyer",
                one.buyer().value(),
                "rule",
                caught == null ? null : caught.rule().name(),
                "state",
                one.state().name(),
                "caughtAt",
                one.caughtAt(),
                "reason",
                decision == null ? null : decision.reason());
    }

    @Override
    public void erase(Person person, UnaryOperator<String> pseudonym) {
        person.names().forEach(name -> accounts.renameDecider(name, pseudonym.apply(name)));
        var buyer = person.buyer();
        if (buyer != null) {
            var replacement = new BuyerId(pseudonym.apply(buyer.value()));
            accounts.rename(buyer, replacement);
            watched.rename(buyer, replacement);
        }
    }
}
