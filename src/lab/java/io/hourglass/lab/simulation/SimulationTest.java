package io.hourglass.lab.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.referral.ranking.RankingRules;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The simulated marketplace")
class SimulationTest {

    private static final MarketSize SMALL = new MarketSize(100, 600, 200, 40, 15);

    private static List<SimulatedQuality> run(long seed) {
        return new Simulation(SMALL, seed, RankingRules.DEFAULT).run(() -> {});
    }

    private static SimulatedQuality of(List<SimulatedQuality> found, String ranking) {
        return found.stream()
                .filter(each -> each.ranking().equals(ranking))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("the same seed gives the same table, another seed another one")
    void seeded() {
        assertThat(run(7)).isEqualTo(run(7)).isNotEqualTo(run(8));
    }

    @Test
    @DisplayName("compares the full ranking with all others, and tells of each day of each")
    void allRankings() {
        var days = new AtomicInteger();
        var found = new Simulation(SMALL, 1, RankingRules.DEFAULT).run(days::incrementAndGet);
        assertThat(found)
                .extracting(SimulatedQuality::ranking)
                .containsExactly(
                        "random", "most popular", "raw rate", "same category", "same subcategory", "relevance", "full");
        assertThat(days).hasValue(Simulation.rankings() * SMALL.days());
        assertThat(found).allMatch(each -> each.referrals() > 500 && each.picks() > each.referrals() / 2);
    }

    @Test
    @DisplayName("the full ranking is ahead of all in answers in time, with at most half the overload of raw rate")
    void goals() {
        var found = run(72);
        var full = of(found, "full");
        assertThat(full.overload()).isLessThanOrEqualTo(of(found, "raw rate").overload() / 2);
        assertThat(found)
                .filteredOn(each -> !each.equals(full))
                .allMatch(each -> each.answeredInTime() < full.answeredInTime());
    }

    @Test
    @DisplayName(
            "a supplier answers as likely as it is reliable while it has the capacity, and less the more it is full")
    void strain() {
        var trader = new Trader(new SupplierId("a"), 0, 1, 0.8, 10, 2, 4, List.of("x/1"), List.of("x/1", "x/2"));
        assertThat(trader.chance("x/1", 3)).isEqualTo(0.8);
        assertThat(trader.chance("x/1", 7)).isEqualTo(0.4);
        assertThat(trader.chance("x/2", 0)).isZero();
        assertThat(trader.isFull(3)).isFalse();
        assertThat(trader.isFull(4)).isTrue();
        assertThat(trader.hours(7, 0.5)).isGreaterThan(trader.hours(3, 0.5));
        assertThat(trader.hours(1000, 0.999)).isLessThan(72);
        assertThat(trader.staffedFor(24).capacity()).isGreaterThan(2 * 24);
    }

    @Test
    @DisplayName("numbers are of 30 days of receipt, and out five days after the last of them")
    void published() {
        var published = new Published();
        var a = new SupplierId("a");
        published.settle(a, 0, true);
        published.settle(a, 1, false);
        for (var day = 0; day <= 4; day++) {
            published.publish(day);
        }
        assertThat(published.of(a)).isEqualTo(new Published.Figure(0, 0));
        published.publish(5);
        assertThat(published.of(a)).isEqualTo(new Published.Figure(1, 1));
        for (var day = 6; day <= 34; day++) {
            published.publish(day);
        }
        assertThat(published.of(a)).isEqualTo(new Published.Figure(1, 2));
        published.publish(35);
        assertThat(published.of(a)).isEqualTo(new Published.Figure(0, 1));
        assertThat(published.of(a).rate()).isZero();
    }

    @Test
    @DisplayName("a lot is drawn as often as it weighs")
    void lot() {
        var lot = new Lot<>(List.of("a", "none", "b"), name -> name.equals("a") ? 3 : name.equals("b") ? 1 : 0);
        var random = new Random(1);
        var drawn = new int[3];
        for (var time = 0; time < 4000; time++) {
            drawn[List.of("a", "none", "b").indexOf(lot.draw(random))]++;
        }
        assertThat(drawn[0]).isBetween(2900, 3100);
        assertThat(drawn[1]).isZero();
    }

    @Test
    @DisplayName("newcomers are there from the day they join, and nobody is asked before")
    void joining() {
        var market = new Market(SMALL, 3);
        assertThat(market.arrivals())
                .hasSize(SMALL.days() * SMALL.inquiriesADay())
                .allMatch(arrival -> market.trader(arrival.wish().asked()).joins() * 24.0 <= arrival.hour());
        var late = 0;
        for (var day = 1; day < SMALL.days(); day++) {
            late += market.joiningOn(day).size();
        }
        assertThat(late).isBetween(3, 30);
        assertThat(market.joiningOn(0)).hasSize(SMALL.suppliers() - late);
    }
}
