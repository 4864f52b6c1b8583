package io.hourglass.chaos.check;

import java.util.List;

/**
 * What a check found.
 *
 * @param compared how many things it looked at; a check that saw nothing has proved nothing
 */
public record Finding(String check, int compared, List<String> differences) {

    public Finding {
        differences = compared > 0 ? List.copyOf(differences) : List.of("there was nothing to compare");
    }

    static Finding of(String check, Comparison comparison) {
        return new Finding(check, comparison.compared(), comparison.differences());
    }
}
