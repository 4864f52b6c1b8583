package io.hourglass.lab.simulation;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.referral.ranking.Candidate;
import io.hourglass.referral.ranking.Fit;
import io.hourglass.referral.ranking.FitRules;
import io.hourglass.referral.ranking.LearntCounts;
import io.hourglass.referral.ranking.Relevance;
import io.hourglass.referral.ranking.RelevanceWeights;
import io.hourglass.referral.ranking.Served;
import io.hourglass.referral.ranking.Trait;
import io.hourglass.referral.ranking.Wish;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What Hourglass knows of a simulated market at a moment: nothing that it would not know of a real one. */
final class Known {

    private static final String ANYTHING = "";

    private final Published published = new Published();
    private final Map<SupplierId, Integer> open = new HashMap<>();
    private final Map<String, Map<SupplierId, Integer>> served = new HashMap<>();
    private final Map<String, Set<SupplierId>> declared = new HashMap<>();
    private final TreeSet<SupplierId> suppliers = new TreeSet<>();
    private List<SupplierId> listed = List.of();
    private final LearntCounts counts = new LearntCounts();
    private final Relevance relevance = new Relevance(counts, RelevanceWeights.DEFAULT);

    void join(Trader trader) {
        suppliers.add(trader.id());
        listed = List.copyOf(suppliers);
        for (var subcategory : trader.declares()) {
            declared.computeIfAbsent(subcategory, unseen -> new HashSet<>()).add(trader.id());
            declared.computeIfAbsent(categoryOf(subcategory), unseen -> new HashSet<>())
                    .add(trader.id());
        }
    }

    void received(SupplierId supplier) {
        open.merge(supplier, 1, Integer::sum);
    }

    /** Answered, rejected, or past the deadline. */
    void noLongerOpen(SupplierId supplier) {
        open.merge(supplier, -1, Integer::sum);
    }

    void learn(Served inquiry) {
        counts.learn(inquiry);
        var subcategory = categoryPath(inquiry.wish());
        for (var group : List.of(ANYTHING, categoryOf(subcategory), subcategory)) {
            served.computeIfAbsent(group, unseen -> new HashMap<>()).merge(inquiry.by(), 1, Integer::sum);
        }
    }

    Published published() {
        return published;
    }

    List<SupplierId> suppliers() {
        return listed;
    }

    int open(SupplierId supplier) {
        return open.getOrDefault(supplier, 0);
    }

    /** How many inquiries each supplier served. */
    Map<SupplierId, Integer> served() {
        return served.getOrDefault(ANYTHING, Map.of());
    }

    Map<SupplierId, Integer> servedCategory(Wish wish) {
        return served.getOrDefault(categoryOf(categoryPath(wish)), Map.of());
    }

    Map<SupplierId, Integer> servedSubcategory(Wish wish) {
        return served.getOrDefault(categoryPath(wish), Map.of());
    }

    Set<SupplierId> declaringCategory(Wish wish) {
        return declared.getOrDefault(categoryOf(categoryPath(wish)), Set.of());
    }

    /** As the program does it, without product words; who has none is absent. */
    Map<SupplierId, Double> relevance(Wish wish) {
        var declaring = declared.getOrDefault(categoryPath(wish), declaringCategory(wish)).stream()
                .filter(supplier -> !supplier.equals(wish.asked()))
                .collect(toMap(supplier -> supplier, supplier -> 1.0));
        var named = Trait.naming(wish).stream()
                .flatMap(trait -> counts.of(trait).bySupplier().keySet().stream())
                .collect(toSet());
        var learnt = relevance.of(wish);
        learnt.keySet().removeIf(supplier -> !named.contains(supplier) && !declaring.containsKey(supplier));
        return Fit.of(FitRules.DEFAULT, learnt, declaring, Map.of());
    }

    Candidate candidate(SupplierId supplier, double share) {
        var number = published.of(supplier);
        var usual = number.timely() * 3.0 / Published.WINDOW_DAYS;
        return Candidate.builder()
                .supplier(supplier)
                .relevance(share)
                .timely(number.timely())
                .countable(number.countable())
                .open(open(supplier))
                .usual(usual)
                .build();
    }

    private static String categoryPath(Wish wish) {
        var path = wish.category();
        return path == null ? ANYTHING : path;
    }

    private static String categoryOf(String subcategory) {
        var end = subcategory.indexOf('/');
        return end < 0 ? subcategory : subcategory.substring(0, end);
    }
}
