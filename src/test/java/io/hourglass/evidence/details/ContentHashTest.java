package io.hourglass.evidence.details;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The hash of what was sent")
class ContentHashTest {

    @Test
    @DisplayName("fits the same, and no other halves of surrogate pairs, which UTF-8 writes alike")
    void halves() {
        var hash = ContentHash.of("a\uD83D", null);
        assertThat(hash.fits("a\uD83D", null)).isTrue();
        assertThat(hash.fits("a\uD83E", null)).isFalse();
        assertThat(hash.fits("a?", null)).isFalse();
        assertThat(hash.fits("a\uFFFD", null)).isFalse();
    }

    @Test
    @DisplayName("is of each value with its length, so that no two sequences look alike")
    void sequences() {
        var hash = ContentHash.of("ab", "c");
        assertThat(hash.fits("a", "bc")).isFalse();
        assertThat(hash.fits("ab", "c", null)).isFalse();
        assertThat(hash.fits("ab", "c")).isTrue();
    }

    @Test
    @DisplayName("of whole characters stays what it was in every version")
    void stays() {
        var before = new ContentHash("AAAAAAAAAAAAAAAA", "6_w2DZJWl7mlP4huPVMG5ugnEHMAwxIuWTIf6kB_FNM");
        assertThat(before.fits("价格 \uD83D\uDE00", null, 7)).isTrue();
        assertThat(before.fits("价格 \uD83D\uDE00", null, 8)).isFalse();
    }
}
