package io.hourglass.referral;

import io.hourglass.kernel.SupplierId;
import java.util.HashMap;
import java.util.Map;

/** Counts in memory, learnt from one inquiry after the other. */
public final class LearntCounts implements ServedCounts {

    private final Map<Trait, Map<SupplierId, Integer>> counts = new HashMap<>();

    public void learn(Served served) {
        Trait.of(served).forEach(trait -> counts.computeIfAbsent(trait, unseen -> new HashMap<>())
                .merge(served.by(), 1, Integer::sum));
    }

    @Override
    public Map<SupplierId, Integer> of(Trait trait) {
        return Map.copyOf(counts.getOrDefault(trait, Map.of()));
    }
}
