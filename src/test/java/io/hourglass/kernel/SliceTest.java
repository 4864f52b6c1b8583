package io.hourglass.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A page of a list that nobody counts")
class SliceTest {

    private static List<Integer> upTo(int last, long offset, int limit) {
        return IntStream.rangeClosed(1, last).boxed().skip(offset).limit(limit).toList();
    }

    @ParameterizedTest(name = "of 3 a page: page {1} of {0} shows {2}, others: {3}")
    @CsvSource({"0, 0, 0, false", "3, 0, 3, false", "4, 0, 3, true", "4, 1, 1, false", "7, 1, 3, true", "7, 9, 0, false"
    })
    void boundaries(int all, int page, int shown, boolean more) {
        var slice = Slice.of(page, 3, (offset, limit) -> upTo(all, offset, limit));
        assertThat(slice.shown()).hasSize(shown);
        assertThat(slice.more()).isEqualTo(more);
    }

    @Test
    @DisplayName("is what follows the pages before it, however far that is")
    void place() {
        assertThat(Slice.of(1, 3, (offset, limit) -> upTo(9, offset, limit)).shown())
                .containsExactly(4, 5, 6);
        assertThat(Slice.of(Integer.MAX_VALUE, 500, (offset, limit) -> List.of(offset))
                        .shown())
                .containsExactly(500L * Integer.MAX_VALUE);
    }

    @Test
    @DisplayName("says the same of others once something is made of it")
    void made() {
        var slice = Slice.of(0, 2, (offset, limit) -> upTo(5, offset, limit)).map(some -> List.of("of " + some));
        assertThat(slice).isEqualTo(new Slice<>(List.of("of [1, 2]"), true));
    }
}
