package io.hourglass.market.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.kernel.InvalidInput;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Words and paths of products")
class ProductWordsTest {

    @Test
    @DisplayName("English words are in lower case and singular, without the common ones and bare numbers")
    void english() {
        assertThat(ProductWords.of("The Brass Ball VALVES for 25 glass pumps"))
                .containsExactly("brass", "ball", "valve", "glass", "pump");
    }

    @Test
    @DisplayName("of Chinese each two characters are a word")
    void chinese() {
        assertThat(ProductWords.of("黄铜球阀")).containsExactly("黄铜", "铜球", "球阀");
    }

    @Test
    @DisplayName("nothing has no words, and a very long word is none")
    void nothing() {
        assertThat(ProductWords.of(null)).isEmpty();
        assertThat(ProductWords.of(" ,;")).isEmpty();
        assertThat(ProductWords.of("x".repeat(65))).isEmpty();
        assertThat(ProductWords.of("x".repeat(64))).hasSize(1);
    }

    @Test
    @DisplayName("a path goes with those above it, the widest first")
    void paths() {
        assertThat(CategoryPath.andThoseAbove("a/b/c")).containsExactly("a", "a/b", "a/b/c");
        assertThat(CategoryPath.andThoseAbove("a")).containsExactly("a");
    }

    @Test
    @DisplayName("a category with an empty name in it is refused, and so is a negative capacity; none at all is not")
    void refused() {
        assertThatThrownBy(() -> profile("a//b", 1))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("a//b");
        assertThatThrownBy(() -> profile("a", -1))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("capacity");
        assertThat(profile("a", 0).capacity()).isZero();
    }

    @Test
    @DisplayName("suppliers of one company are affiliates; two of unknown companies are not")
    void affiliates() {
        var one = new Availability("c", null, false);
        assertThat(one.isAffiliateOf(one)).isTrue();
        assertThat(one.isAffiliateOf(Availability.UNSAID)).isFalse();
        assertThat(Availability.UNSAID.isAffiliateOf(Availability.UNSAID)).isFalse();
    }

    private static SupplierProfile profile(String category, int capacity) {
        return new SupplierProfile(null, null, capacity, false, List.of(category), null);
    }
}
