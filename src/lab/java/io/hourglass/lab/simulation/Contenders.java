package io.hourglass.lab.simulation;

import static java.util.Comparator.comparingDouble;

import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.referral.ranking.Ranking;
import io.hourglass.referral.ranking.RankingRules;
import io.hourglass.referral.ranking.Wish;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** The rankings that are measured, all on what is known. */
final class Contenders {

    static final String FULL = "full";
    static final String RAW_RATE = "raw rate";
    static final List<String> NAMES =
            List.of("random", "most popular", RAW_RATE, "same category", "same subcategory", "relevance", FULL);

    private final Known known;
    private final RankingRules rules;

    Contenders(Known known, RankingRules rules) {
        this.known = known;
        this.rules = rules;
    }

    interface Contender {

        /**
         * @param seed of its draws
         * @return the best first, without the supplier asked; it may be longer than an offer
         */
        List<SupplierId> rank(Wish wish, long seed);
    }

    Contender called(String name) {
        return switch (name) {
            case "random" -> this::shuffled;
            case "most popular" -> (wish, seed) -> by(wish, known.served());
            case RAW_RATE -> (wish, seed) -> byRate(wish);
            case "same category" -> (wish, seed) -> by(wish, known.servedCategory(wish));
            case "same subcategory" -> (wish, seed) -> by(wish, known.servedSubcategory(wish));
            case "relevance" -> (wish, seed) -> by(wish, known.relevance(wish));
            case FULL -> this::full;
            default -> throw new IllegalArgumentException("no ranking " + name);
        };
    }

    /** Among those who served or declare the category: a rate says nothing of what a supplier deals in. */
    private List<SupplierId> byRate(Wish wish) {
        var served = known.servedCategory(wish);
        var declaring = known.declaringCategory(wish);
        return by(
                wish,
                supplier -> served.containsKey(supplier) || declaring.contains(supplier),
                supplier -> known.published().of(supplier).rate());
    }

    private List<SupplierId> full(Wish wish, long seed) {
        var candidates = known.relevance(wish).entrySet().stream()
                .map(each -> known.candidate(each.getKey(), each.getValue()))
                .toList();
        return new Ranking(rules)
                .rank(candidates, seed).stream()
                        .map(ranked -> ranked.candidate().supplier())
                        .toList();
    }

    private List<SupplierId> shuffled(Wish wish, long seed) {
        var order = new ArrayList<>(known.suppliers());
        order.remove(wish.asked());
        Collections.shuffle(order, new Random(seed));
        return order;
    }

    private List<SupplierId> by(Wish wish, Map<SupplierId, ? extends Number> scores) {
        return by(wish, anybody -> true, supplier -> {
            var score = scores.get(supplier);
            return score == null ? 0 : score.doubleValue();
        });
    }

    /** Equal scores go to the more popular, and then by id, as the suppliers known are. */
    private List<SupplierId> by(Wish wish, Predicate<SupplierId> eligible, ToDoubleFunction<SupplierId> score) {
        var popularity = known.served();
        return known.suppliers().stream()
                .filter(supplier -> !supplier.equals(wish.asked()))
                .filter(eligible)
                .map(each -> new Scored(each, score.applyAsDouble(each), popularity.getOrDefault(each, 0)))
                .sorted(Scored.BEST_FIRST)
                .map(Scored::supplier)
                .toList();
    }

    private record Scored(SupplierId supplier, double score, int popularity) {

        private static final Comparator<Scored> BEST_FIRST = comparingDouble(Scored::score)
                .thenComparingInt(Scored::popularity)
                .reversed();
    }
}
