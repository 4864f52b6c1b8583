package io.hourglass.inquiry.persons;

import io.hourglass.evidence.Facts;
import io.hourglass.evidence.Facts.Told;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What happened to its inquiries, with what was written, by whomever. */
@Component
@Order(1)
class FactsOfPerson implements PersonalPlace {

    private final Facts facts;

    FactsOfPerson(Facts facts) {
        this.facts = facts;
    }

    @Override
    public String name() {
        return "facts";
    }

    @Override
    public void give(Person person, Consumer<Map<String, @Nullable Object>> entry) {
        for (var inquiry : person.sent()) {
            facts.toldOf(inquiry).forEach(told -> entry.accept(of(told)));
        }
    }

    private static Map<String, @Nullable Object> of(Told told) {
        var fact = told.stored().fact();
        return Entry.of(
                "id", fact.id().value(),
                "inquiry", fact.caseId().value(),
                "kind", fact.kind().name(),
                "actor", told.stored().actor(),
                "channel", told.stored().channel().toString(),
                "occurredAt", fact.occurredAt(),
                "recordedAt", fact.recordedAt(),
                "subject", told.text().subject(),
                "text", told.text().body(),
                "cc", told.text().cc());
    }

    @Override
    public void erase(Person person, UnaryOperator<String> pseudonym) {
        person.names().forEach(name -> facts.erase(person.sent(), name, pseudonym.apply(name)));
    }
}
