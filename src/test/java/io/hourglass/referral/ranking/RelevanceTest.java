package io.hourglass.referral.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.referral.ranking.Trait.Kind;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Relevance")
class RelevanceTest {

    private static final SupplierId A = new SupplierId("a");
    private static final SupplierId B = new SupplierId("b");
    private static final SupplierId C = new SupplierId("c");

    private final LearntCounts counts = new LearntCounts();
    private final Relevance relevance = new Relevance(counts, RelevanceWeights.DEFAULT);

    private static Wish wish(String buyer, SupplierId asked, @Nullable String category) {
        return new Wish(new BuyerId(buyer), asked, category);
    }

    private void served(int times, String buyer, SupplierId asked, String category, SupplierId by) {
        for (var time = 0; time < times; time++) {
            counts.learn(new Served(wish(buyer + time, asked, category), by));
        }
    }

    @Test
    @DisplayName("is nothing for anybody while nothing was served")
    void nothingLearnt() {
        assertThat(relevance.of(wish("x", A, "pumps"))).isEmpty();
    }

    @Test
    @DisplayName("never goes to the supplier asked, and the others' shares and its own are one")
    void neverTheOneAsked() {
        served(7, "x", A, "pumps", A);
        served(3, "y", A, "pumps", B);
        var shares = relevance.of(wish("z", A, "pumps"));
        assertThat(shares).containsOnlyKeys(B);
        assertThat(relevance.of(wish("z", C, "pumps")).values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    @DisplayName("goes to who served the category elsewhere, rather than to who serves most")
    void category() {
        served(100, "x", B, "valves", B);
        served(10, "y", A, "pumps", C);
        var shares = relevance.of(wish("z", A, "pumps"));
        assertThat(shares.get(C)).isGreaterThan(shares.get(B));
        var other = relevance.of(wish("z", new SupplierId("d"), "nails"));
        assertThat(other.get(B)).isGreaterThan(other.get(C));
    }

    @Test
    @DisplayName("goes by the category below where something is known of it, and else by the one above")
    void subcategory() {
        served(20, "x", A, "pumps/hand", B);
        served(20, "y", A, "pumps/electric", C);
        served(5, "w", A, "pumps/electric", B);
        assertThat(relevance.of(wish("z", A, "pumps/hand")).get(B)).isGreaterThan(0.6);
        assertThat(relevance.of(wish("z", A, "pumps/electric")).get(C)).isGreaterThan(0.6);
        var unseen = relevance.of(wish("z", A, "pumps/foot"));
        assertThat(unseen.get(B)).isGreaterThan(unseen.get(C));
    }

    @Test
    @DisplayName("goes by the buyer: who served this one before")
    void buyer() {
        served(30, "x", A, "pumps", B);
        for (var time = 0; time < 40; time++) {
            counts.learn(new Served(wish("loyal", C, "pumps"), C));
        }
        assertThat(relevance.of(wish("loyal", A, "pumps")).get(C)).isGreaterThan(0.5);
        assertThat(relevance.of(wish("other", A, "pumps")).get(C)).isLessThan(0.5);
    }

    @Test
    @DisplayName("needs no category")
    void noCategory() {
        served(3, "x", A, "pumps", B);
        assertThat(relevance.of(wish("z", A, null)).get(B)).isGreaterThan(0.9);
    }

    @Test
    @DisplayName("a count weighs against the general as the weights say: (count + weight × share) / (all + weight)")
    void arithmetic() {
        served(3, "x", B, "pumps", B); // any: B 3 of 4, elsewhere: C 1
        served(1, "y", A, "pumps", C);
        var only = new RelevanceWeights(Map.of(
                Kind.ELSEWHERE, 1.0,
                Kind.ASKED, 1.0,
                Kind.CATEGORY, 1.0,
                Kind.ASKED_IN_CATEGORY, 1.0,
                Kind.BUYER, 1.0));
        var shares = new Relevance(counts, only).of(wish("z", new SupplierId("d"), null));
        // any: 3/4 and 1/4; elsewhere: (0 + 3/4)/2 and (1 + 1/4)/2; nothing more is known
        assertThat(shares.get(B)).isCloseTo(0.375, within(1e-9));
        assertThat(shares.get(C)).isCloseTo(0.625, within(1e-9));
    }

    @Test
    @DisplayName("a weight of nothing is refused")
    void weights() {
        assertThatThrownBy(() -> new RelevanceWeights(Map.of(Kind.BUYER, 0.0))).isInstanceOf(InvalidInput.class);
    }
}
