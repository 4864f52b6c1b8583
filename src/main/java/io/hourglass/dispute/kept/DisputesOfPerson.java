package io.hourglass.dispute.kept;

import io.hourglass.persons.Entry;
import io.hourglass.persons.Person;
import io.hourglass.persons.PersonalPlace;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What was written in disputes of a buyer's cases, by whomever: it may name the buyer. Of one that is no buyer what it
 * wrote itself: evidence, and reasons of decisions.
 */
@Component
@Order(3)
class DisputesOfPerson implements PersonalPlace {

    private final Disputes disputes;

    DisputesOfPerson(Disputes disputes) {
        this.disputes = disputes;
    }

    @Override
    public String name() {
        return "disputes";
    }

    @Override
    public void give(Person person, Consumer<Map<String, @Nullable Object>> entry) {
        for (var id : person.cases()) {
            disputes.of(id).forEach(dispute -> entry.accept(of(dispute, one -> true)));
        }
        if (person.buyer() == null) {
            disputes.by(person.names()).forEach(dispute -> entry.accept(of(dispute, person.names()::contains)));
        }
    }

    /** @param wrote of whom the words are given out */
    private static Map<String, @Nullable Object> of(Dispute dispute, Predicate<@Nullable String> wrote) {
        var decision = dispute.decision();
        return Entry.of(
                "id",
                dispute.id().value(),
                dispute.caseId().track().isUnnamed() ? "inquiry" : "case",
                dispute.caseId().value(),
                "claim",
                dispute.claim().kind().name(),
                "evidence",
                wrote.test(dispute.raisedBy()) ? dispute.evidence() : null,
                "raisedAt",
                dispute.raisedAt(),
                "state",
                dispute.state().name(),
                "reason",
                decision != null && wrote.test(decision.by()) ? decision.reason() : null);
    }

    @Override
    public void erase(Person person, UnaryOperator<String> pseudonym) {
        disputes.erase(person.cases());
    }
}
