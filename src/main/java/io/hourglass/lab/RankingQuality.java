package io.hourglass.lab;

import io.hourglass.referral.ranking.Served;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * How often and how far up a ranking had the supplier who served in the end.
 *
 * @param queries those whose supplier was no candidate included: they count as missed
 * @param mrr the mean of 1 / place; 0 where missed
 * @param ndcgAt5 with one relevant supplier a query: 1 / log2(place + 1) up to the fifth place
 */
record RankingQuality(
        String ranking, int queries, double hitAt1, double hitAt3, double hitAt5, double mrr, double ndcgAt5) {

    private static final int LAST_OF_NDCG = 5;

    static RankingQuality of(String name, Ranking ranking, List<Served> queries) {
        var places = queries.stream()
                .mapToInt(query -> ranking.rank(query.wish()).indexOf(query.by()) + 1)
                .toArray();
        return new RankingQuality(
                name,
                places.length,
                hits(places, 1),
                hits(places, 3),
                hits(places, LAST_OF_NDCG),
                mean(places, place -> place == 0 ? 0 : 1.0 / place),
                mean(places, RankingQuality::gain));
    }

    private static double gain(int place) {
        return place == 0 || place > LAST_OF_NDCG ? 0 : Math.log(2) / Math.log(place + 1.0);
    }

    private static double hits(int[] places, int atMost) {
        return mean(places, place -> place > 0 && place <= atMost ? 1 : 0);
    }

    private static double mean(int[] places, IntToDoubleFunction value) {
        var sum = 0.0;
        for (var place : places) {
            sum += value.applyAsDouble(place);
        }
        return places.length == 0 ? 0 : sum / places.length;
    }
}
