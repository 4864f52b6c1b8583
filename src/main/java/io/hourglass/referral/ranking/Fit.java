package io.hourglass.referral.ranking;

import io.hourglass.kernel.ids.SupplierId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How well each supplier fits an inquiry, as shares of one: who served such inquiries, who says to deal in its category,
 * and whose products its words name. A source without candidates has no weight.
 */
public final class Fit {

    private final List<Source> sources = new ArrayList<>();

    private record Source(double weight, Map<SupplierId, Double> shares) {

        Source {
            var sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
            var ofOne = new HashMap<SupplierId, Double>();
            shares.forEach((supplier, share) -> ofOne.put(supplier, share / sum));
            shares = ofOne;
        }

        double of(SupplierId supplier) {
            return weight * shares.getOrDefault(supplier, 0.0);
        }
    }

    private Fit() {}

    /**
     * Each source with any measure of its own, not below 0; who is absent counts as 0.
     *
     * @return the relevance of every supplier that has any
     */
    public static Map<SupplierId, Double> of(
            FitRules rules,
            Map<SupplierId, Double> learnt,
            Map<SupplierId, Double> declared,
            Map<SupplierId, Double> words) {
        var fit = new Fit();
        fit.add(rules.learnt(), learnt);
        fit.add(rules.declared(), declared);
        fit.add(rules.words(), words);
        return fit.blended();
    }

    private void add(double weight, Map<SupplierId, Double> shares) {
        if (weight > 0 && shares.values().stream().anyMatch(share -> share > 0)) {
            sources.add(new Source(weight, shares));
        }
    }

    private Map<SupplierId, Double> blended() {
        var said = sources.stream().mapToDouble(Source::weight).sum();
        Set<SupplierId> suppliers = new HashSet<>();
        sources.forEach(source -> suppliers.addAll(source.shares().keySet()));
        var blended = new HashMap<SupplierId, Double>();
        for (var supplier : suppliers) {
            var share =
                    sources.stream().mapToDouble(source -> source.of(supplier)).sum();
            blended.put(supplier, share / said);
        }
        return blended;
    }
}
