package io.hourglass.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.Mockito.mock;

import io.hourglass.batch.meters.BatchMeters;
import io.hourglass.batch.rows.WriteBatch;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.ResolvableType;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

@DisplayName("Calls that share a transaction")
class BatchRunTest {

    private final List<String> committed = new ArrayList<>();
    private final List<String> current = new ArrayList<>();
    private final CountedRows rows = new CountedRows();
    private final BatchRun groups = new BatchRun(
            this::inOne,
            new Prefetchers(new StaticListableBeanFactory()
                    .getBeanProvider(ResolvableType.forClassWithGenerics(Prefetcher.class, Object.class))),
            rows,
            new BatchMeters(new SimpleMeterRegistry()));
    private int transactions;

    @BeforeEach
    void begin() {
        transactions = 0;
    }

    @Test
    @DisplayName("commit once, and each caller gets its own answer")
    void together() {
        var calls = List.of(writing("a"), writing("b"), writing("c"));
        groups.run(calls);

        assertThat(calls).extracting(Call::await).containsExactly("a", "b", "c");
        assertThat(committed).containsExactly("a", "b", "c");
        assertThat(transactions).isEqualTo(1);
    }

    @Test
    @DisplayName("are not held up by one that refuses before it has written anything: it alone is told why")
    void refusal() {
        var refused = new Call("b", () -> {
            throw new IllegalArgumentException("no such inquiry");
        });
        var calls = List.of(writing("a"), refused, writing("c"));
        groups.run(calls);

        assertThatThrownBy(refused::await)
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("no such inquiry");
        assertThat(committed).containsExactly("a", "c");
        assertThat(transactions).isEqualTo(1);
    }

    @Test
    @DisplayName("run one by one when one fails after it has written: only the culprit fails, and nothing of it stays")
    void culprit() {
        var culprit = writingAndThen("b", () -> {
            throw new IllegalStateException("broken");
        });
        var calls = List.of(writing("a"), culprit, writing("c"));
        groups.run(calls);

        assertThatThrownBy(culprit::await)
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("broken");
        assertThat(calls.get(0).await()).isEqualTo("a");
        assertThat(calls.get(2).await()).isEqualTo("c");
        assertThat(committed).containsExactly("a", "c");
    }

    @Test
    @DisplayName("run one by one when the database refuses one, be it before it wrote: its error may have ended all")
    void errorOfTheDatabase() {
        var attempts = new ArrayList<String>();
        var overtaken = new Call("b", () -> {
            attempts.add("b");
            if (attempts.size() < 3) {
                throw new DuplicateKeyException("known already");
            }
            return "the same again";
        });
        var calls = List.of(writing("a"), overtaken);
        groups.run(calls);

        assertThat(calls).extracting(Call::await).containsExactly("a", "the same again");
        assertThat(committed).containsExactly("a");
    }

    @Test
    @DisplayName("that are overtaken again and again give up after ten attempts with what stopped them")
    void givesUp() {
        var attempts = new ArrayList<String>();
        var call = new Call("a", () -> {
            attempts.add("a");
            throw new OptimisticLockingFailureException("moved on");
        });
        groups.run(List.of(call));

        assertThat(catchThrowable(call::await)).isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(attempts).hasSize(10);
    }

    @Test
    @DisplayName("all fail at once while the database is away, and none of them tries alone")
    void databaseAway() {
        var away = new Call("a", () -> {
            throw new DataAccessResourceFailureException("gone");
        });
        var calls = List.of(away, writing("b"));
        groups.run(calls);

        assertThat(calls).allSatisfy(call -> assertThatThrownBy(call::await)
                .isInstanceOf(DataAccessResourceFailureException.class));
        assertThat(transactions).isEqualTo(1);
        assertThat(committed).isEmpty();
    }

    @Test
    @DisplayName("all fail at once when no transaction can be begun")
    void noTransaction() {
        var never = new BatchRun(
                work -> {
                    throw new CannotCreateTransactionException("no connection");
                },
                new Prefetchers(new StaticListableBeanFactory()
                        .getBeanProvider(ResolvableType.forClassWithGenerics(Prefetcher.class, Object.class))),
                rows,
                new BatchMeters(new SimpleMeterRegistry()));
        var calls = List.of(writing("a"), writing("b"));
        never.run(calls);

        assertThat(calls).allSatisfy(call -> assertThatThrownBy(call::await)
                .isInstanceOf(CannotCreateTransactionException.class));
    }

    private Call writing(String row) {
        return writingAndThen(row, () -> row);
    }

    private Call writingAndThen(String row, Supplier<Object> then) {
        return new Call(row, () -> {
            rows.count++;
            current.add(row);
            return then.get();
        });
    }

    private void inOne(Runnable work) {
        transactions++;
        current.clear();
        rows.count = 0;
        work.run();
        committed.addAll(current);
    }

    private static final class CountedRows extends WriteBatch {

        private int count;

        CountedRows() {
            super(mock(DataSource.class));
        }

        @Override
        public int written() {
            return count;
        }
    }
}
