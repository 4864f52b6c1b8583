package io.hourglass.referral.ranking;

import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.referral.ranking.ServedCounts.Counts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;

/**
 * How likely each supplier is to be the one who serves an inquiry that the supplier asked does not: shares of one, learnt
 * from who served the inquiries with the same traits. Each trait's counts are added to what the more general traits say,
 * which weighs as much as some inquiries: where little was counted, the general stands.
 */
public final class Relevance {

    private final ServedCounts counts;
    private final RelevanceWeights weights;

    public Relevance(ServedCounts counts, RelevanceWeights weights) {
        this.counts = counts;
        this.weights = weights;
    }

    /** Who never served anything relevant is absent, and so is the supplier asked. */
    public Map<SupplierId, Double> of(Wish wish) {
        Map<SupplierId, Double> shares = new HashMap<>();
        for (var trait : Trait.of(wish)) {
            shares = refined(shares, counts.of(trait), weights.of(trait.kind()));
        }
        shares.remove(wish.asked());
        return shares;
    }

    /** For each supplier (count + weight × general share) / (all counts + weight). */
    private static Map<SupplierId, Double> refined(Map<SupplierId, Double> general, Counts counted, double weight) {
        if (counted.total() == 0) {
            return general;
        }
        var given = general.isEmpty() ? 0 : weight;
        var suppliers = new HashSet<>(general.keySet());
        suppliers.addAll(counted.bySupplier().keySet());
        var shares = new HashMap<SupplierId, Double>();
        for (var supplier : suppliers) {
            var before = given * general.getOrDefault(supplier, 0.0);
            shares.put(supplier, (counted.by(supplier) + before) / (counted.total() + given));
        }
        return shares;
    }
}
