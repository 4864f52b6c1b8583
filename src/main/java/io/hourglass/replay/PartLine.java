package io.hourglass.replay;

import io.hourglass.evidence.details.Detail;
import java.util.Set;

/**
 * A line of a log that was taken, but of which a detail was kept in part.
 *
 * @param number from 1
 * @param details those kept in part
 */
record PartLine(long number, Set<Detail> details) {

    /** The details by their names, in their order. */
    String names() {
        return String.join(", ", details.stream().sorted().map(Detail::field).toList());
    }
}
