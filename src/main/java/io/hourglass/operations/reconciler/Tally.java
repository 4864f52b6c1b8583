package io.hourglass.operations.reconciler;

import io.hourglass.batch.processes.Reconciled;
import io.hourglass.batch.processes.Reconciled.Did;
import io.hourglass.operations.reconciler.ReconcilerRounds.Round;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What a round of the reconciler has looked at so far. */
final class Tally {

    private final Set<String> seen = new HashSet<>();
    private int leftAlone;
    private int failed;

    boolean holds(Reconciled each, String businessKey) {
        return seen.contains(each.process() + " " + businessKey);
    }

    /** @param did empty if it failed */
    void add(Reconciled each, String businessKey, Optional<Did> did) {
        seen.add(each.process() + " " + businessKey);
        leftAlone += did.filter(Did.LEFT::equals).isPresent() ? 1 : 0;
        failed += did.isEmpty() ? 1 : 0;
    }

    Round of(Instant at, Duration took) {
        return new Round(at, took, seen.size(), leftAlone, failed);
    }
}
