package io.hourglass.lab.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hourglass.kernel.ids.SupplierId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is measured of referrals")
class TallyTest {

    private static final SupplierId A = new SupplierId("a");
    private static final SupplierId B = new SupplierId("b");
    private static final SupplierId C = new SupplierId("c");
    private static final Offset<Double> EXACTLY = within(1e-9);

    private final Tally tally = new Tally();

    @Test
    @DisplayName("Gini is 0 of equal loads, and of no load; one taker of four has 3/4, of a thousand nearly 1")
    void gini() {
        assertThat(Tally.gini(List.of(5, 5, 5), 3)).isCloseTo(0, EXACTLY);
        assertThat(Tally.gini(List.of(), 3)).isZero();
        assertThat(Tally.gini(List.of(9), 4)).isCloseTo(0.75, EXACTLY);
        assertThat(Tally.gini(List.of(9), 1000)).isCloseTo(0.999, EXACTLY);
        assertThat(Tally.gini(List.of(3, 1), 2)).isCloseTo(0.25, EXACTLY);
    }

    @Test
    @DisplayName("NDCG is 1 in the best order, less in another, and 0 if none could serve")
    void ndcg() {
        var chances = Map.of(A, 0.8, B, 0.4);
        assertThat(Tally.ndcg(List.of(A, B, C), chances)).isCloseTo(1, EXACTLY);
        var second = Math.log(2) / Math.log(3);
        assertThat(Tally.ndcg(List.of(B, A), chances)).isCloseTo((0.4 + 0.8 * second) / (0.8 + 0.4 * second), EXACTLY);
        assertThat(Tally.ndcg(List.of(C), chances)).isZero();
        assertThat(Tally.ndcg(List.of(C), Map.of())).isZero();
    }

    @Test
    @DisplayName("the sixth place adds nothing to NDCG@5, and is no hit at 5")
    void fiveAtMost() {
        var others =
                List.of("1", "2", "3", "4", "5").stream().map(SupplierId::new).toList();
        var offer = new ArrayList<>(others);
        offer.add(A);
        assertThat(Tally.ndcg(offer, Map.of(A, 1.0))).isZero();
        tally.offer(offer, Map.of(A, 1.0));
        var quality = tally.quality("any", 6);
        assertThat(quality.hitAt5()).isZero();
        assertThat(quality.mrr()).isCloseTo(1 / 6.0, EXACTLY);
    }

    @Test
    @DisplayName("hits and MRR go by the place of the most likely; an offer that nobody could serve is left out")
    void hits() {
        tally.offer(List.of(A, B), Map.of(A, 0.9, B, 0.1));
        tally.offer(List.of(B, A), Map.of(A, 0.9, B, 0.1));
        tally.offer(List.of(B), Map.of(A, 0.9));
        tally.offer(List.of(B), Map.of());
        var quality = tally.quality("any", 3);
        assertThat(quality.referrals()).isEqualTo(4);
        assertThat(quality.hitAt1()).isCloseTo(1 / 3.0, EXACTLY);
        assertThat(quality.hitAt3()).isCloseTo(2 / 3.0, EXACTLY);
        assertThat(quality.mrr()).isCloseTo(0.5, EXACTLY);
    }

    @Test
    @DisplayName("of picks the shares answered, overloaded and of newcomers; of buyers the share served and the median")
    void shares() {
        tally.offer(List.of(A), Map.of());
        tally.offer(List.of(A), Map.of());
        tally.pick(A, true, true, false);
        tally.pick(A, true, false, false);
        tally.pick(B, false, true, true);
        tally.pick(C, false, true, false);
        tally.served(7);
        var quality = tally.quality("any", 3);
        assertThat(quality.picks()).isEqualTo(4);
        assertThat(quality.answeredInTime()).isEqualTo(0.5);
        assertThat(quality.overload()).isEqualTo(0.75);
        assertThat(quality.newcomers()).isEqualTo(0.25);
        assertThat(quality.served()).isEqualTo(0.5);
        assertThat(quality.hoursToAnswer()).isEqualTo(7);
        assertThat(quality.gini()).isCloseTo(1 / 6.0, EXACTLY);
    }

    @Test
    @DisplayName("the median is the middle, or between the two in the middle; nothing has 0")
    void median() {
        assertThat(Tally.median(List.of(9.0, 1.0, 2.0))).isEqualTo(2);
        assertThat(Tally.median(List.of(9.0, 1.0, 2.0, 4.0))).isEqualTo(3);
        assertThat(Tally.median(List.of())).isZero();
        assertThat(new Tally().quality("any", 3).answeredInTime()).isZero();
    }
}
