package io.hourglass.referral.ranking;

import io.hourglass.kernel.ids.SupplierId;
import java.util.HashMap;
import java.util.Map;

/** Counts in memory, learnt from one inquiry after the other. */
public final class LearntCounts implements ServedCounts {

    private final Map<Trait, Map<SupplierId, Integer>> counts = new HashMap<>();
    private final Map<Trait, Integer> totals = new HashMap<>();

    public void learn(Served served) {
        for (var trait : Trait.of(served)) {
            counts.computeIfAbsent(trait, unseen -> new HashMap<>()).merge(served.by(), 1, Integer::sum);
            totals.merge(trait, 1, Integer::sum);
        }
    }

    @Override
    public Counts of(Trait trait) {
        return new Counts(totals.getOrDefault(trait, 0), counts.getOrDefault(trait, Map.of()));
    }

    /** Everything that was learnt, for anyone who adds it to what is known already. */
    public Map<Trait, Map<SupplierId, Integer>> all() {
        return Map.copyOf(counts);
    }
}
