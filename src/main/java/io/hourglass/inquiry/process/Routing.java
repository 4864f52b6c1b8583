package io.hourglass.inquiry.process;

import io.hourglass.inquiry.pairs.Outcome;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** What the gateways of a model ask for. It is needed within one transaction, and leaves no row. */
final class Routing {

    private Routing() {}

    static TypedValue by(Outcome outcome) {
        return Variables.stringValue(outcome.name(), true);
    }

    static TypedValue by(boolean choice) {
        return Variables.booleanValue(choice, true);
    }
}
