package io.hourglass.lab.simulation;

import io.hourglass.kernel.ids.SupplierId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/** Adds up what becomes of the referrals of one ranking. */
final class Tally {

    private static final int LAST_OF_NDCG = 5;

    private final List<Integer> places = new ArrayList<>();
    private final List<Double> firstAnswers = new ArrayList<>();
    private final Map<SupplierId, Integer> load = new HashMap<>();
    private double ndcg;
    private int referrals;
    private int picks;
    private int timely;
    private int overloaded;
    private int newcomers;

    /** @param chances how likely suppliers answer in time; those who would not are absent */
    void offer(List<SupplierId> offer, Map<SupplierId, Double> chances) {
        referrals++;
        chances.entrySet().stream().max(Map.Entry.comparingByValue()).ifPresent(ideal -> {
            places.add(offer.indexOf(ideal.getKey()) + 1);
            ndcg += ndcg(offer, chances);
        });
    }

    void pick(SupplierId supplier, boolean answeredInTime, boolean wasFull, boolean newcomer) {
        picks++;
        timely += answeredInTime ? 1 : 0;
        overloaded += wasFull ? 1 : 0;
        newcomers += newcomer ? 1 : 0;
        load.merge(supplier, 1, Integer::sum);
    }

    /** A buyer was. */
    void served(double hoursToFirstAnswer) {
        firstAnswers.add(hoursToFirstAnswer);
    }

    /** @param suppliers all of them, those without a pick included */
    SimulatedQuality quality(String ranking, int suppliers) {
        return new SimulatedQuality(
                ranking,
                referrals,
                picks,
                hits(1),
                hits(3),
                hits(LAST_OF_NDCG),
                mean(places.stream().mapToDouble(place -> place == 0 ? 0 : 1.0 / place)),
                share(ndcg, places.size()),
                share(timely, picks),
                share(firstAnswers.size(), referrals),
                median(firstAnswers),
                gini(load.values(), suppliers),
                share(overloaded, picks),
                share(newcomers, picks));
    }

    /** Of the first five, against the five best there are. */
    static double ndcg(List<SupplierId> offer, Map<SupplierId, Double> chances) {
        var ideal = chances.values().stream().sorted(Comparator.reverseOrder()).toList();
        var found = offer.stream()
                .map(supplier -> chances.getOrDefault(supplier, 0.0))
                .toList();
        return share(gain(found), gain(ideal));
    }

    /** 0 for no load at all. */
    static double gini(Collection<Integer> loads, int suppliers) {
        var ascending = loads.stream().sorted().toList();
        var without = suppliers - ascending.size();
        var weighed = 0.0;
        var whole = 0.0;
        for (var index = 0; index < ascending.size(); index++) {
            weighed += (without + index + 1.0) * ascending.get(index);
            whole += ascending.get(index);
        }
        return whole == 0 ? 0 : 2 * weighed / (suppliers * whole) - (suppliers + 1.0) / suppliers;
    }

    /** 0 of nothing. */
    static double median(List<Double> values) {
        var ascending = values.stream().sorted().toList();
        var half = ascending.size() / 2;
        if (ascending.isEmpty()) {
            return 0;
        }
        return ascending.size() % 2 == 1 ? ascending.get(half) : (ascending.get(half - 1) + ascending.get(half)) / 2;
    }

    private static double gain(List<Double> chances) {
        var sum = 0.0;
        for (var index = 0; index < Math.min(LAST_OF_NDCG, chances.size()); index++) {
            sum += chances.get(index) * Math.log(2) / Math.log(index + 2.0);
        }
        return sum;
    }

    private double hits(int atMost) {
        return mean(places.stream().mapToDouble(place -> place > 0 && place <= atMost ? 1 : 0));
    }

    private static double mean(DoubleStream values) {
        return values.average().orElse(0);
    }

    private static double share(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }
}
