package io.hourglass.referral.ranking;

import io.hourglass.kernel.InvalidInput;
import io.hourglass.referral.ranking.Trait.Kind;
import java.util.EnumMap;
import java.util.Map;

/**
 * How much the more general weighs against what was counted for a trait: as much as so many inquiries. The lower, the
 * sooner a trait's own counts decide.
 *
 * @param inquiries for each kind but the first, which nothing more general stands before
 */
public record RelevanceWeights(Map<Kind, Double> inquiries) {

    public static final RelevanceWeights DEFAULT = new RelevanceWeights(Map.of(
            Kind.IN_CATEGORY, 20.0,
            Kind.ELSEWHERE, 20.0,
            Kind.ASKED, 10.0,
            Kind.CATEGORY, 5.0,
            Kind.ASKED_IN_CATEGORY, 5.0,
            Kind.BUYER, 10.0));

    public RelevanceWeights {
        inquiries = Map.copyOf(new EnumMap<>(inquiries));
        if (inquiries.values().stream().anyMatch(weight -> weight <= 0)) {
            throw new InvalidInput("fit.backOff.inquiries", inquiries, "above 0, each of them");
        }
    }

    double of(Kind kind) {
        return inquiries.getOrDefault(kind, 1.0);
    }
}
