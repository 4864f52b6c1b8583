package io.hourglass.incoming.deliveries;

import io.hourglass.imports.lines.FactLine;
import io.hourglass.imports.lines.JsonFact;
import io.hourglass.kernel.InvalidInput;
import java.util.Set;

/**
 * A fact of a delivery.
 *
 * @param path where its fields stand in the body; empty if at its top
 * @param at the name of its instant there
 */
public record Sent(FactLine fact, String path, String at) {

    private static final Set<String> INSTANTS = Set.of("occurredAt", "receivedAt");

    /** By the names that the body has. */
    InvalidInput asSent(InvalidInput e) {
        var field = INSTANTS.contains(e.field()) ? at : e.field();
        return JsonFact.at(path, new InvalidInput(field, e.value(), e.rule()));
    }
}
