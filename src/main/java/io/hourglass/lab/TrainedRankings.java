package io.hourglass.lab;

import static java.util.stream.Collectors.toMap;

import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.referral.ranking.LearntCounts;
import io.hourglass.referral.ranking.Relevance;
import io.hourglass.referral.ranking.RelevanceWeights;
import io.hourglass.referral.ranking.Served;
import io.hourglass.referral.ranking.Wish;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The relevance that Hourglass learns, and the simple rankings that it has to beat, all learnt from the same inquiries. */
final class TrainedRankings {

    private static final long SEED = 72;

    private final List<SupplierId> candidates;
    private final Map<SupplierId, Integer> popularity;
    private final List<LoggedInquiry> training;

    /** Candidates are those who served in the end. */
    TrainedRankings(List<LoggedInquiry> training) {
        this.training = List.copyOf(training);
        this.popularity = training.stream()
                .map(inquiry -> inquiry.served().by())
                .collect(toMap(Function.identity(), by -> 1, Integer::sum));
        this.candidates = popularity.keySet().stream().sorted().toList();
    }

    int candidates() {
        return candidates.size();
    }

    /** By their names, in the order in which they are shown. */
    Map<String, Ranking> all() {
        var all = new LinkedHashMap<String, Ranking>();
        var random = new Random(SEED);
        all.put("random", wish -> shuffled(wish, random));
        all.put("most popular", wish -> by(wish, popularity));
        all.put("raw rate", byRate());
        all.put("same category", byGroup(wish -> categoryOf(wish).split("/", 2)[0]));
        all.put("same subcategory", byGroup(TrainedRankings::categoryOf));
        all.put("relevance", byRelevance());
        return all;
    }

    private Ranking byRelevance() {
        var counts = new LearntCounts();
        training.forEach(inquiry -> counts.learn(inquiry.served()));
        var relevance = new Relevance(counts, RelevanceWeights.DEFAULT);
        return wish -> by(wish, relevance.of(wish));
    }

    /** Timely replies over all that a supplier was asked. */
    private Ranking byRate() {
        var asked = new HashMap<SupplierId, Integer>();
        var timely = new HashMap<SupplierId, Integer>();
        for (var inquiry : training) {
            var supplier = inquiry.served().wish().asked();
            asked.merge(supplier, 1, Integer::sum);
            timely.merge(supplier, inquiry.timely() ? 1 : 0, Integer::sum);
        }
        Map<SupplierId, Double> rates = asked.keySet().stream()
                .collect(toMap(
                        Function.identity(),
                        supplier -> (double) timely.getOrDefault(supplier, 0) / asked.getOrDefault(supplier, 1)));
        return wish -> by(wish, rates);
    }

    /** Who served most of the same category. */
    private Ranking byGroup(Function<Wish, String> groupOf) {
        var served = training.stream()
                .map(LoggedInquiry::served)
                .collect(Collectors.groupingBy(
                        each -> groupOf.apply(each.wish()), Collectors.toMap(Served::by, each -> 1, Integer::sum)));
        return wish -> by(wish, served.getOrDefault(groupOf.apply(wish), Map.of()));
    }

    private static String categoryOf(Wish wish) {
        return wish.category() == null ? "" : wish.category();
    }

    /** Equal scores go to the more popular, and then by id. */
    private List<SupplierId> by(Wish wish, Map<SupplierId, ? extends Number> scores) {
        Comparator<SupplierId> order = Comparator.comparingDouble(supplier -> -score(scores, supplier));
        return candidates.stream()
                .filter(supplier -> !supplier.equals(wish.asked()))
                .sorted(order.thenComparing(supplier -> -popularity.getOrDefault(supplier, 0))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static double score(Map<SupplierId, ? extends Number> scores, SupplierId supplier) {
        var score = scores.get(supplier);
        return score == null ? 0 : score.doubleValue();
    }

    private List<SupplierId> shuffled(Wish wish, Random random) {
        var order = candidates.stream()
                .filter(supplier -> !supplier.equals(wish.asked()))
                .collect(Collectors.toList());
        Collections.shuffle(order, random);
        return order;
    }
}
