package io.hourglass.inquiry.persons;

import static io.hourglass.inquiry.persons.Sent.sentBy;

import io.hourglass.inquiry.Inquiries;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.persons.Entry;
import io.hourglass.persons.Person;
import io.hourglass.persons.PersonalPlace;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The inquiries that it sent, and the ids of the mails in their threads. */
@Component
@Order(4)
class InquiriesOfPerson implements PersonalPlace {

    private final Inquiries inquiries;

    InquiriesOfPerson(Inquiries inquiries) {
        this.inquiries = inquiries;
    }

    @Override
    public String name() {
        return "inquiries";
    }

    @Override
    public void give(Person person, Consumer<Map<String, @Nullable Object>> entry) {
        for (var id : sentBy(person)) {
            inquiries
                    .find(id)
                    .ifPresent(one -> entry.accept(Entry.of(
                            "id", one.id().value(),
                            "buyer", one.buyer().value(),
                            "supplier", one.supplier().value(),
                            "channel", one.channel().toString(),
                            "category", one.category(),
                            "receivedAt", one.receivedAt(),
                            "messageIds", inquiries.threadOf(id))));
        }
    }

    @Override
    public void erase(Person person, UnaryOperator<String> pseudonym) {
        var buyer = person.buyer();
        if (buyer != null) {
            inquiries.rename(buyer, new BuyerId(pseudonym.apply(buyer.value())));
        }
    }
}
