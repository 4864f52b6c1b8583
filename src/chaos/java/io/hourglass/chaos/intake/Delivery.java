package io.hourglass.chaos.intake;

import io.hourglass.chaos.plan.PlannedFact;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

/** One sending of a fact, from a simulated time on. */
record Delivery(PlannedFact fact, Instant sendAt) {

    static final Comparator<Delivery> EARLIEST_FIRST = Comparator.comparing(Delivery::sendAt);

    static Stream<Delivery> of(PlannedFact fact) {
        var first = new Delivery(fact, fact.sendAt());
        var again = fact.againAfter();
        return again == null
                ? Stream.of(first)
                : Stream.of(first, new Delivery(fact, fact.sendAt().plus(again)));
    }
}
