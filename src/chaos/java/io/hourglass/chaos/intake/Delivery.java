package io.hourglass.chaos.intake;

import io.hourglass.chaos.plan.PlannedCall;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

/** One sending of a call, from a simulated time on. */
record Delivery(PlannedCall call, Instant sendAt) {

    static final Comparator<Delivery> EARLIEST_FIRST = Comparator.comparing(Delivery::sendAt);

    static Stream<Delivery> of(PlannedCall call) {
        var first = new Delivery(call, call.sendAt());
        var again = call.againAfter();
        return again == null
                ? Stream.of(first)
                : Stream.of(first, new Delivery(call, call.sendAt().plus(again)));
    }
}
