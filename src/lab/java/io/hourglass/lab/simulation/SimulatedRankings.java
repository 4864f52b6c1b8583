package io.hourglass.lab.simulation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.hourglass.referral.ranking.RankingRules;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** The rankings as they did in a simulated marketplace. */
record SimulatedRankings(MarketSize market, long seed, List<SimulatedQuality> rankings) {

    /** Shows how far it is. */
    static SimulatedRankings of(MarketSize market, long seed) {
        try (var progress = progress((long) market.days() * Simulation.rankings())) {
            var simulation = new Simulation(market, seed, RankingRules.DEFAULT);
            return new SimulatedRankings(market, seed, simulation.run(progress::step));
        }
    }

    void print(PrintWriter out) {
        out.printf(
                "seed %d: %,d suppliers, %,d buyers, %,d inquiries a day; %d days to learn, %d days of referrals%n%n",
                seed,
                market.suppliers(),
                market.buyers(),
                market.inquiriesADay(),
                market.warmUpDays(),
                market.measuredDays());
        out.printf(
                "%-18s %9s %8s %6s %6s %6s %6s %6s %8s %6s %6s %6s %8s %9s%n",
                "ranking",
                "referrals",
                "picks",
                "hit@1",
                "hit@3",
                "hit@5",
                "MRR",
                "NDCG@5",
                "in time",
                "served",
                "hours",
                "Gini",
                "overload",
                "newcomers");
        rankings.forEach(each -> line(out, each));
        out.flush();
    }

    private static void line(PrintWriter out, SimulatedQuality each) {
        out.printf(
                "%-18s %,9d %,8d %6.3f %6.3f %6.3f %6.3f %6.3f %8.3f %6.3f %6.1f %6.3f %8.3f %9.3f%n",
                each.ranking(),
                each.referrals(),
                each.picks(),
                each.hitAt1(),
                each.hitAt3(),
                each.hitAt5(),
                each.mrr(),
                each.ndcgAt5(),
                each.answeredInTime(),
                each.served(),
                each.hoursToAnswer(),
                each.gini(),
                each.overload(),
                each.newcomers());
    }

    void write(Path file) throws IOException {
        var all = new LinkedHashMap<String, Object>();
        all.put("seed", seed);
        all.put("market", market);
        all.put("rankings", rankings);
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), all);
    }

    private static ProgressBar progress(long days) {
        return new ProgressBarBuilder()
                .setTaskName("Simulation")
                .setInitialMax(days)
                .setUnit(" days", 1)
                .setUpdateIntervalMillis(500)
                .build();
    }
}
