package io.hourglass.kernel.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.kernel.InvalidInput;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A page of a list")
class ListPageTest {

    private static List<Integer> upTo(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }

    private static ListPage<Integer> uncounted(int all, PageQuery query) {
        return query.from(
                (offset, limit) -> upTo(all).stream().skip(offset).limit(limit).toList());
    }

    @ParameterizedTest(name = "of 3 a page: page {1} of {0} shows {2}, others: {3}")
    @CsvSource({"0, 0, 0, false", "3, 0, 3, false", "4, 0, 3, true", "4, 1, 1, false", "7, 1, 3, true", "7, 9, 0, false"
    })
    void boundaries(int all, int page, int shown, boolean more) {
        var query = new PageQuery(page, 3);
        var uncounted = uncounted(all, query);
        var counted = query.cut(upTo(all));
        assertThat(uncounted.items()).hasSize(shown).isEqualTo(counted.items());
        assertThat(uncounted.more()).isEqualTo(more).isEqualTo(counted.more());
        assertThat(uncounted.total()).isNull();
        assertThat(counted.total()).isEqualTo(all);
    }

    @Test
    @DisplayName("is what follows the pages before it, however far that is")
    void place() {
        assertThat(uncounted(9, new PageQuery(1, 3)).items()).containsExactly(4, 5, 6);
        assertThat(new PageQuery(Integer.MAX_VALUE, 500)
                        .from((offset, limit) -> List.of(offset))
                        .items())
                .containsExactly(500L * Integer.MAX_VALUE);
        assertThat(new PageQuery(Integer.MAX_VALUE, 500).cut(upTo(9)).more()).isFalse();
    }

    @Test
    @DisplayName("says which of them it shows, counted from 1")
    void numbers() {
        var last = new PageQuery(2, 3).cut(upTo(7));
        assertThat(last.first()).isEqualTo(7);
        assertThat(last.last()).isEqualTo(7);
        var none = new PageQuery(0, 3).cut(List.of());
        assertThat(none.first()).isEqualTo(1);
        assertThat(none.last()).isZero();
    }

    @Test
    @DisplayName("says the same of the list once something is made of what it shows")
    void made() {
        var query = new PageQuery(0, 2);
        assertThat(uncounted(5, query).map(some -> List.of("of " + some)))
                .isEqualTo(new ListPage<>(query, List.of("of [1, 2]"), null, true));
    }

    @ParameterizedTest
    @CsvSource({"-1, 1, page", "0, 0, size"})
    @DisplayName("has a number from 0 on, and place for one at least")
    void asked(int page, int size, String field) {
        assertThatThrownBy(() -> new PageQuery(page, size))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith(field + " is ");
    }
}
