package io.hourglass.lab.simulation;

import io.hourglass.referral.ranking.RankingRules;
import java.util.List;

/** Measures rankings of referrals in a market drawn from a seed: the same seed gives the same measures. */
final class Simulation {

    private final MarketSize size;
    private final long seed;
    private final RankingRules rules;

    /** @param rules of the full ranking; all rankings offer as many suppliers as it does */
    Simulation(MarketSize size, long seed, RankingRules rules) {
        this.size = size;
        this.seed = seed;
        this.rules = rules;
    }

    static int rankings() {
        return Contenders.NAMES.size();
    }

    /**
     * @param dayDone after each day of the market under each ranking, from several threads
     * @return the full ranking is the last
     */
    List<SimulatedQuality> run(Runnable dayDone) {
        var market = new Market(size, seed);
        return Contenders.NAMES.parallelStream()
                .map(ranking -> new Course(market, size, seed, ranking, rules)
                        .run(dayDone)
                        .quality(ranking, size.suppliers()))
                .toList();
    }
}
