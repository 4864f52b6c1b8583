package io.hourglass.persons;

import io.hourglass.evidence.Facts;
import io.hourglass.evidence.Facts.Told;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.tracks.ByTrack;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What happened to a buyer's cases, with what was written, by whomever; of one that is no buyer the facts of which it is the actor. */
@Component
@Order(1)
class FactsOfPerson implements PersonalPlace {

    private static final int AT_ONCE = 500;

    private final Facts facts;
    private final ByTrack<CasesOfPersons> tracks;

    FactsOfPerson(Facts facts, List<CasesOfPersons> tracks) {
        this.facts = facts;
        this.tracks = new ByTrack<>(tracks);
    }

    @Override
    public String name() {
        return "facts";
    }

    @Override
    public void give(Person person, Consumer<Map<String, @Nullable Object>> entry) {
        for (var id : person.cases()) {
            facts.toldOf(id).forEach(told -> entry.accept(of(told)));
        }
        if (person.buyer() == null) {
            giveOwn(person, entry);
        }
    }

    private void giveOwn(Person person, Consumer<Map<String, @Nullable Object>> entry) {
        @Nullable FactId last = null;
        List<Told> part;
        do {
            part = facts.toldBy(person.names(), last, AT_ONCE);
            part.forEach(told -> entry.accept(of(told)));
            last = part.isEmpty()
                    ? last
                    : part.get(part.size() - 1).stored().fact().id();
        } while (part.size() == AT_ONCE);
    }

    private Map<String, @Nullable Object> of(Told told) {
        var fact = told.stored().fact();
        return Entry.of(
                "id",
                fact.id().value(),
                tracks.of(fact.caseId().track()).field(),
                fact.caseId().value(),
                "kind",
                fact.kind().name(),
                "actor",
                told.stored().actor(),
                "channel",
                told.stored().channel().toString(),
                "occurredAt",
                fact.occurredAt(),
                "recordedAt",
                fact.recordedAt(),
                "subject",
                told.text().subject(),
                "text",
                told.text().body(),
                "cc",
                told.text().cc());
    }

    @Override
    public void erase(Person person, UnaryOperator<String> pseudonym) {
        person.names().forEach(name -> facts.erase(person.cases(), name, pseudonym.apply(name)));
    }
}
