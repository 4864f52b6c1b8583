package io.hourglass.chat.persons;

import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.consultations.Consultations;
import io.hourglass.chat.consultations.KeptConsultation;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.lists.Parts;
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

/** With whom it chatted, and on which days. */
@Component
@Order(11)
class ConsultationsOfPerson implements PersonalPlace {

    private static final int PART = 500;

    private final Consultations consultations;

    ConsultationsOfPerson(Consultations consultations) {
        this.consultations = consultations;
    }

    @Override
    public String name() {
        return "consultations";
    }

    @Override
    public void give(Person person, Consumer<Map<String, @Nullable Object>> entry) {
        var ids = person.cases(ConsultationId.CHAT).stream()
                .map(ConsultationId::of)
                .toList();
        Parts.of(ids, PART).forEach(part -> giveSome(part, entry));
    }

    private void giveSome(List<ConsultationId> ids, Consumer<Map<String, @Nullable Object>> entry) {
        consultations.find(ids).stream()
                .sorted((left, right) -> left.id().compareTo(right.id()))
                .forEach(kept -> entry.accept(of(kept)));
    }

    private static Map<String, @Nullable Object> of(KeptConsultation kept) {
        return Entry.of(
                "id", kept.id().value(),
                "buyer", kept.buyer().value(),
                "shop", kept.shop().value(),
                "account", kept.account().value(),
                "day", kept.day().toString(),
                "openedAt", kept.openedAt());
    }

    @Override
    public void erase(Person person, UnaryOperator<String> pseudonym) {
        var buyer = person.buyer();
        if (buyer != null) {
            consultations.rename(buyer, new BuyerId(pseudonym.apply(buyer.value())));
        }
    }
}
