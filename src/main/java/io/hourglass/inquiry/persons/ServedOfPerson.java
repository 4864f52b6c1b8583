package io.hourglass.inquiry.persons;

import io.hourglass.persons.Entry;
import io.hourglass.persons.Person;
import io.hourglass.persons.PersonalPlace;
import io.hourglass.referral.ranking.Trait;
import io.hourglass.referral.served.ServedLedger;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Which suppliers have served it, by which others like them are recommended. */
@Component
@Order(6)
class ServedOfPerson implements PersonalPlace {

    private final ServedLedger served;

    ServedOfPerson(ServedLedger served) {
        this.served = served;
    }

    @Override
    public String name() {
        return "servedby";
    }

    @Override
    public void give(Person person, Consumer<Map<String, @Nullable Object>> entry) {
        var buyer = person.buyer();
        if (buyer != null) {
            served.mostOf(List.of(new Trait(Trait.Kind.BUYER, buyer.value()))).values().stream()
                    .flatMap(List::stream)
                    .forEach(supplier -> entry.accept(Entry.of("supplier", supplier.value())));
        }
    }

    @Override
    public void erase(Person person, UnaryOperator<String> pseudonym) {
        var buyer = person.buyer();
        if (buyer != null) {
            served.forget(buyer);
        }
    }
}
