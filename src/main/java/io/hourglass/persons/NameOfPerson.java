package io.hourglass.persons;

import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.market.buyers.Buyers;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the marketplace calls it. */
@Component
@Order(9)
class NameOfPerson implements PersonalPlace {

    private final Buyers buyers;

    NameOfPerson(Buyers buyers) {
        this.buyers = buyers;
    }

    @Override
    public String name() {
        return "called";
    }

    @Override
    public boolean keeps(BuyerId buyer) {
        return !buyers.named(List.of(buyer)).isEmpty();
    }

    @Override
    public void give(Person person, Consumer<Map<String, @Nullable Object>> entry) {
        var buyer = person.buyer();
        if (buyer != null) {
            buyers.named(List.of(buyer)).values().forEach(name -> entry.accept(Entry.of("name", name)));
        }
    }

    @Override
    public void erase(Person person, UnaryOperator<String> pseudonym) {
        var buyer = person.buyer();
        if (buyer != null) {
            buyers.forget(buyer);
        }
    }
}
