package io.hourglass.imports.taking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.CannotCreateTransactionException;

@DisplayName("What fails together is taken by halves")
class InHalvesTest {

    private final List<Integer> taken = new ArrayList<>();
    private final List<Integer> rejected = new ArrayList<>();
    private int attempts;

    static Stream<RuntimeException> ofTheDatabase() {
        return Stream.of(
                new CannotCreateTransactionException("no connection"),
                new DataAccessResourceFailureException("gone"),
                new IllegalStateException(new SQLTransientConnectionException("none is free")),
                new IllegalStateException("flush", new SQLException("terminated by an administrator", "57P01")));
    }

    static Stream<RuntimeException> ofALine() {
        return Stream.of(
                new IllegalStateException("a fault of the program"),
                new DuplicateKeyException("twice", new SQLException("twice", "23505")),
                new IllegalStateException("no state", new SQLException("no state")));
    }

    private int take(List<Integer> some, Set<Integer> culprits, RuntimeException why) {
        return InHalves.take(
                some,
                0,
                (part, before) -> {
                    attempts++;
                    if (part.stream().anyMatch(culprits::contains)) {
                        throw why;
                    }
                    taken.addAll(part);
                    return before + part.size();
                },
                (one, before, reason) -> {
                    rejected.add(one);
                    return before;
                });
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("ofALine")
    @DisplayName("down to those that are at fault; all others are taken, in their order")
    void culprits(RuntimeException why) {
        assertThat(take(numbers(200), Set.of(0, 113, 199), why)).isEqualTo(197);
        assertThat(rejected).containsExactly(0, 113, 199);
        assertThat(taken).hasSize(197).isSorted().doesNotContain(0, 113, 199);
        assertThat(attempts).isLessThan(60);
    }

    @Test
    @DisplayName("but not if nothing fails: then once")
    void none() {
        assertThat(take(numbers(200), Set.of(), new IllegalStateException())).isEqualTo(200);
        assertThat(attempts).isOne();
    }

    @ParameterizedTest
    @MethodSource("ofTheDatabase")
    @DisplayName(
            "but not if the database is away, in whatever exception that comes: nothing is rejected for it, be it one alone")
    void away(RuntimeException why) {
        assertThatThrownBy(() -> take(numbers(200), Set.of(7), why)).isSameAs(why);
        assertThatThrownBy(() -> take(numbers(1), Set.of(0), why)).isSameAs(why);
        assertThat(attempts).isEqualTo(2);
        assertThat(rejected).isEmpty();
    }
}
