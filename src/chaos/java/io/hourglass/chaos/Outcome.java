package io.hourglass.chaos;

import io.hourglass.chaos.check.Finding;
import java.util.List;
import java.util.Map;

/**
 * What a run came to.
 *
 * @param counts in the order in which they are shown
 */
record Outcome(Map<String, Object> counts, List<Finding> findings) {

    int differences() {
        return findings.stream()
                .mapToInt(finding -> finding.differences().size())
                .sum();
    }
}
