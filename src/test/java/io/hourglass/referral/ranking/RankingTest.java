package io.hourglass.referral.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.rate.standing.Interval;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The ranking")
class RankingTest {

    private static final RankingRules RULES =
            RankingRules.DEFAULT.withLeastReliability(0.3).withNewcomerShare(0);

    private static Candidate candidate(
            String id,
            double relevance,
            int timely,
            int countable,
            int open,
            double usual,
            @Nullable Integer capacity) {
        return Candidate.builder()
                .supplier(new SupplierId(id))
                .relevance(relevance)
                .timely(timely)
                .countable(countable)
                .open(open)
                .usual(usual)
                .capacity(capacity)
                .build();
    }

    /** Answered 90 of 100, with room. */
    private static Candidate proven(String id, double relevance) {
        return candidate(id, relevance, 90, 100, 0, 9, null);
    }

    private static Candidate newcomer(String id) {
        return candidate(id, 0.1, 0, 0, 0, 0, null);
    }

    private static RankingRules withNewcomers(double share, int place) {
        return RULES.withNewcomerShare(share).withNewcomerPlace(place);
    }

    private static RankingRules withLeast(double reliability) {
        return RULES.withLeastReliability(reliability);
    }

    private static List<Ranked> ranked(RankingRules rules, Candidate... candidates) {
        return new Ranking(rules).rank(List.of(candidates), 1);
    }

    private static List<String> ids(List<Ranked> ranked) {
        return ranked.stream().map(each -> each.candidate().supplier().value()).toList();
    }

    @Test
    @DisplayName("multiplies relevance, proven reliability and room, and puts the highest first")
    void order() {
        var found = ranked(
                RULES,
                proven("relevant", 0.5),
                proven("less", 0.1),
                candidate("unreliable", 0.5, 60, 100, 0, 9, null),
                candidate("busy", 0.5, 90, 100, 81, 9, null));
        assertThat(ids(found)).containsExactly("relevant", "unreliable", "less", "busy");
        assertThat(found).extracting(Ranked::place).containsExactly(1, 2, 3, 4);
        var lower = Interval.of(90, 100).lower();
        assertThat(found.get(3).score()).isCloseTo(0.5 * lower * 0.1, within(1e-9));
        assertThat(found.get(0).reliability()).isEqualTo(lower);
        assertThat(found).noneMatch(Ranked::newcomer);
    }

    @Test
    @DisplayName("a power of 0 leaves a part out, a power of 2 counts it twice")
    void powers() {
        var onlyRoom = RULES.withRelevancePower(0).withReliabilityPower(0).withRoomPower(2);
        var found = ranked(onlyRoom, proven("empty", 0.1), candidate("half", 0.9, 99, 100, 9, 9, null));
        assertThat(ids(found)).containsExactly("empty", "half");
        assertThat(found.get(1).score()).isCloseTo(0.25, within(1e-9));
    }

    @Test
    @DisplayName("recommends who has proven exactly the least reliability, and nobody below it")
    void leastReliability() {
        var lower = Interval.of(90, 100).lower();
        assertThat(ranked(withLeast(lower), proven("a", 0.5))).hasSize(1);
        assertThat(ranked(withLeast(Math.nextUp(lower)), proven("a", 0.5))).isEmpty();
    }

    @Test
    @DisplayName("one inquiry below the newcomers' sample is a newcomer, the sample itself is none")
    void newcomerSample() {
        var found = ranked(RULES, candidate("ten", 0.1, 10, 10, 0, 1, null), candidate("nine", 0.9, 9, 9, 0, 1, null));
        assertThat(ids(found)).containsExactly("ten", "nine");
        assertThat(found).extracting(Ranked::newcomer).containsExactly(false, true);
        assertThat(found.get(1).score()).isZero();
        assertThat(ranked(RULES, candidate("ten", 0.1, 0, 10, 0, 1, null))).isEmpty();
    }

    @Test
    @DisplayName("leaves out who has no relevance, newcomer or not")
    void noRelevance() {
        assertThat(ranked(RULES, proven("a", 0), candidate("b", 0, 0, 0, 0, 0, null)))
                .isEmpty();
        assertThat(ranked(RULES)).isEmpty();
    }

    @Test
    @DisplayName("leaves out who is as full as it says it can be, or fuller, or takes none")
    void declaredCapacity() {
        assertThat(ids(ranked(
                        RULES,
                        candidate("last", 0.5, 90, 100, 4, 9, 5),
                        candidate("full", 0.5, 90, 100, 5, 9, 5),
                        candidate("over", 0.5, 90, 100, 6, 9, 5),
                        candidate("none", 0.5, 90, 100, 0, 9, 0))))
                .containsExactly("last");
        assertThat(ranked(RULES, candidate("last", 0.5, 90, 100, 4, 9, 5))
                        .get(0)
                        .room())
                .isCloseTo(0.2, within(1e-9));
    }

    @Test
    @DisplayName("who says no capacity has half its room left at its usual load, and never none; usual is 1 at least")
    void usualLoad() {
        assertThat(room(9, 9)).isEqualTo(0.5);
        assertThat(room(0, 9)).isEqualTo(1);
        assertThat(room(1, 0)).isEqualTo(0.5);
        assertThat(room(1_000_000, 1)).isPositive();
    }

    private static double room(int open, double usual) {
        return ranked(RULES, candidate("a", 0.5, 90, 100, open, usual, null))
                .get(0)
                .room();
    }

    @Test
    @DisplayName("a share of 1 keeps a place for a newcomer in every offer, a share of 0 in none")
    void newcomerShare() {
        var proven = List.of(proven("a", 0.5), proven("b", 0.4), proven("c", 0.3), newcomer("n"));
        for (var seed = 0L; seed < 100; seed++) {
            assertThat(ids(new Ranking(withNewcomers(1, 3)).rank(proven, seed))).containsExactly("a", "b", "n", "c");
            assertThat(ids(new Ranking(withNewcomers(0, 3)).rank(proven, seed))).containsExactly("a", "b", "c", "n");
        }
    }

    @Test
    @DisplayName("keeps about as many places as the share says, also over seeds that follow each other")
    void shareOverSeeds() {
        var candidates = List.of(proven("a", 0.5), proven("b", 0.4), proven("c", 0.3), newcomer("n"));
        var ranking = new Ranking(withNewcomers(0.1, 1));
        var kept = LongStream.range(0, 2000)
                .filter(seed -> ranking.rank(candidates, seed).get(0).newcomer())
                .count();
        assertThat(kept).isBetween(140L, 260L);
    }

    @Test
    @DisplayName("draws the more promising newcomer more often")
    void promise() {
        var candidates = List.of(
                proven("a", 0.5), candidate("more", 0.3, 0, 0, 0, 0, null), candidate("less", 0.1, 0, 0, 0, 0, null));
        var ranking = new Ranking(withNewcomers(1, 1));
        var more = LongStream.range(0, 2000)
                .filter(seed -> ids(ranking.rank(candidates, seed)).get(0).equals("more"))
                .count();
        assertThat(more).isBetween(1400L, 1600L);
    }

    @Test
    @DisplayName("a place beyond the end of the offer is the last")
    void placeBeyondTheEnd() {
        assertThat(ids(ranked(withNewcomers(1, 5), proven("a", 0.5), newcomer("n"))))
                .containsExactly("a", "n");
    }

    @Test
    @DisplayName("where nobody has proven anything, newcomers fill the offer, the most promising first")
    void newcomersOnly() {
        assertThat(ids(ranked(
                        withNewcomers(1, 3),
                        candidate("less", 0.1, 0, 0, 0, 0, null),
                        candidate("more", 0.3, 0, 0, 0, 0, null))))
                .containsExactly("more", "less");
    }

    @Test
    @DisplayName("puts equal ones in the order of their ids")
    void ties() {
        assertThat(ids(ranked(RULES, proven("c", 0.5), proven("a", 0.5), proven("b", 0.5))))
                .containsExactly("a", "b", "c");
        assertThat(ids(ranked(RULES, newcomer("c"), newcomer("a"), newcomer("b"))))
                .containsExactly("a", "b", "c");
    }

    @Test
    @DisplayName("offers as many as the rules say, no more")
    void offeredAtMost() {
        var candidates = new ArrayList<Candidate>();
        for (var number = 0; number < 9; number++) {
            candidates.add(proven("s" + number, 0.1));
        }
        assertThat(new Ranking(RULES).rank(candidates, 1)).hasSize(6);
        assertThat(new Ranking(RULES).rank(candidates.subList(0, 6), 1)).hasSize(6);
        assertThat(new Ranking(RULES).rank(candidates.subList(0, 5), 1)).hasSize(5);
    }

    @Test
    @DisplayName("comes out the same again with the same seed, in whatever order the candidates come in")
    void deterministic() {
        var candidates = new ArrayList<Candidate>();
        for (var number = 0; number < 20; number++) {
            candidates.add(number % 2 == 0 ? proven("s" + number, 0.1) : newcomer("s" + number));
        }
        var ranking = new Ranking(withNewcomers(0.5, 3));
        for (var seed = 0L; seed < 50; seed++) {
            var first = ranking.rank(candidates, seed);
            Collections.shuffle(candidates, new Random(seed));
            assertThat(ranking.rank(candidates, seed)).isEqualTo(first);
        }
    }
}
