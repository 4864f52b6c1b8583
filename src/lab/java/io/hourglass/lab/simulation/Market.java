package io.hourglass.lab.simulation;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.referral.ranking.Wish;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The same for every ranking: who trades, and what buyers ask of their own accord. */
final class Market {

    /** So many inquiries go to the buyer's own supplier. */
    private static final double LOYALTY = 0.4;

    /** Of what a buyer buys beside, so much is what its first supplier deals in too. */
    private static final double AT_HOME = 0.7;

    private static final int MAX_INTERESTS = 3;

    private final Map<SupplierId, Trader> traders;
    private final Map<String, Lot<Trader>> declaring = new HashMap<>();
    private final List<Arrival> arrivals = new ArrayList<>();

    /**
     * An inquiry that nobody was referred to.
     *
     * @param hour since the first day began
     */
    record Arrival(double hour, Wish wish, String subcategory) {}

    private record Buyer(BuyerId id, List<Interest> interests) {}

    /** @param own the buyer's own supplier of it */
    private record Interest(String subcategory, Trader own) {}

    Market(MarketSize size, long seed) {
        var random = new Random(seed);
        var all = Traders.of(size, random);
        all.stream().flatMap(trader -> trader.declares().stream()).distinct().forEach(subcategory -> {
            var those = all.stream().filter(trader -> trader.declares().contains(subcategory));
            declaring.put(subcategory, new Lot<>(those.toList(), Trader::popularity));
        });
        var buyers = buyers(size, all, random);
        for (var number = 0; number < size.days() * size.inquiriesADay(); number++) {
            var buyer = buyers.get(random.nextInt(buyers.size()));
            arrivals.add(arrival(buyer, random.nextDouble() * size.days() * 24, random));
        }
        arrivals.sort(Comparator.comparingDouble(Arrival::hour));
        var asked =
                arrivals.stream().collect(groupingBy(arrival -> arrival.wish().asked(), counting()));
        traders = all.stream()
                .collect(toMap(
                        Trader::id,
                        trader -> trader.staffedFor(asked.getOrDefault(trader.id(), 0L)
                                / (double) (size.days() - trader.joins())
                                / (trader.joins() == 0 ? 1 : Traders.KNOWN_NEWCOMER))));
    }

    /** In the order of their hours. */
    List<Arrival> arrivals() {
        return arrivals;
    }

    Trader trader(SupplierId id) {
        var found = traders.get(id);
        if (found == null) {
            throw new IllegalArgumentException("no supplier " + id);
        }
        return found;
    }

    List<Trader> joiningOn(int day) {
        return traders.values().stream().filter(trader -> trader.joins() == day).toList();
    }

    /** By popularity, one who is there and declares the subcategory. */
    Trader anyDeclaring(String subcategory, double hour, Random random) {
        var lot = declaring.get(subcategory);
        if (lot == null) {
            throw new IllegalArgumentException("nobody declares " + subcategory);
        }
        var drawn = lot.draw(random);
        while (drawn.joins() * 24.0 > hour) {
            drawn = lot.draw(random);
        }
        return drawn;
    }

    private static List<Buyer> buyers(MarketSize size, List<Trader> traders, Random random) {
        var established =
                new Lot<>(traders.stream().filter(trader -> trader.joins() == 0).toList(), Trader::popularity);
        var buyers = new ArrayList<Buyer>();
        for (var number = 0; number < size.buyers(); number++) {
            var interests = new ArrayList<Interest>();
            var first = established.draw(random);
            for (var left = 1 + random.nextInt(MAX_INTERESTS); left > 0; left--) {
                var own = interests.isEmpty() || random.nextDouble() < AT_HOME ? first : established.draw(random);
                interests.add(
                        new Interest(own.deals().get(random.nextInt(own.deals().size())), own));
            }
            buyers.add(new Buyer(new BuyerId("B" + number), List.copyOf(interests)));
        }
        return buyers;
    }

    private Arrival arrival(Buyer buyer, double hour, Random random) {
        var interest = buyer.interests().get(random.nextInt(buyer.interests().size()));
        var subcategory = interest.subcategory();
        var asked = random.nextDouble() < LOYALTY ? interest.own() : anyDeclaring(subcategory, hour, random);
        return new Arrival(hour, new Wish(buyer.id(), asked.id(), subcategory), subcategory);
    }
}
