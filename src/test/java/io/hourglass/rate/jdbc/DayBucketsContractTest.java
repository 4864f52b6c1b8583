package io.hourglass.rate.jdbc;

import static io.hourglass.OwnTables.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.hourglass.OwnTables;
import io.hourglass.RealPostgres;
import io.hourglass.kernel.SupplierId;
import io.hourglass.rate.BookDay;
import io.hourglass.rate.BookDays;
import io.hourglass.rate.DayBucket;
import io.hourglass.rate.DayBuckets;
import io.hourglass.sla.State;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.DuplicateKeyException;

@DisplayName("Day buckets")
class DayBucketsContractTest {

    @Nested
    @DisplayName("on H2")
    class OnH2 extends Contract {
        OnH2() {
            super(OwnTables.onH2());
        }
    }

    @Nested
    @DisplayName("on PostgreSQL")
    @ExtendWith(RealPostgres.class)
    class OnPostgres extends Contract {
        OnPostgres() {
            super(OwnTables.onPostgres());
        }
    }

    abstract static class Contract {

        private static final SupplierId SUPPLIER = new SupplierId("供应商");
        private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

        private final DayBuckets buckets;

        Contract(OwnTables tables) {
            this.buckets = new JdbcDayBuckets(tables.template(), tables.jdbc());
            var days = DAY.minusDays(2)
                    .datesUntil(DAY.plusDays(2))
                    .map(day -> new BookDay(day, NOON, null, null))
                    .toList();
            new JdbcBookDays(tables.template(), tables.jdbc(), tables.rows())
                    .open(days, new BookDays.Range(DAY.minusDays(2), DAY.plusDays(1)));
        }

        @Test
        @DisplayName("each verdict has its own count, and only three are countable")
        void counts() {
            buckets.add(List.of(new DayBucket(
                    SUPPLIER,
                    DAY,
                    Map.of(
                            State.TIMELY, 1,
                            State.LATE, 2,
                            State.UNANSWERED, 4,
                            State.UNVERIFIED, 8,
                            State.DUPLICATE, 16,
                            State.REJECTED, 32,
                            State.SPAM, 64))));

            assertThat(buckets.of(SUPPLIER, DAY, DAY)).singleElement().satisfies(bucket -> {
                assertThat(bucket.counts())
                        .containsOnly(
                                Map.entry(State.TIMELY, 1),
                                Map.entry(State.LATE, 2),
                                Map.entry(State.UNANSWERED, 4),
                                Map.entry(State.UNVERIFIED, 8),
                                Map.entry(State.DUPLICATE, 16),
                                Map.entry(State.REJECTED, 32),
                                Map.entry(State.SPAM, 64));
                assertThat(bucket.countable()).isEqualTo(7);
            });
        }

        @Test
        @DisplayName("a supplier's buckets come in day order, both ends included, and nobody else's")
        void inOrder() {
            buckets.add(List.of(timely(SUPPLIER, DAY), timely(SUPPLIER, DAY.minusDays(1))));
            buckets.add(List.of(
                    timely(SUPPLIER, DAY.minusDays(2)),
                    timely(SUPPLIER, DAY.plusDays(1)),
                    timely(new SupplierId("other"), DAY)));

            assertThat(buckets.of(SUPPLIER, DAY.minusDays(1), DAY))
                    .extracting(DayBucket::day)
                    .containsExactly(DAY.minusDays(1), DAY);
        }

        @Test
        @DisplayName("a supplier has one bucket a day")
        void onlyOnce() {
            buckets.add(List.of(timely(SUPPLIER, DAY)));

            assertThatThrownBy(() -> buckets.add(List.of(timely(SUPPLIER, DAY))))
                    .isInstanceOf(DuplicateKeyException.class);
        }

        @Test
        @DisplayName("an empty day has no bucket")
        void emptyDay() {
            buckets.add(List.of());

            assertThat(buckets.of(SUPPLIER, DAY.minusDays(2), DAY.plusDays(1))).isEmpty();
        }

        @Test
        @DisplayName("a bucket is replaced by another of its supplier and day, and no other is touched")
        void replaced() {
            var other = timely(SUPPLIER, DAY.plusDays(1));
            buckets.add(List.of(timely(SUPPLIER, DAY), other));
            var late = new DayBucket(SUPPLIER, DAY, Map.of(State.LATE, 2));
            buckets.replace(late);
            assertThat(buckets.of(SUPPLIER, DAY, DAY.plusDays(1)))
                    .extracting(bucket -> bucket.count(State.TIMELY), bucket -> bucket.count(State.LATE))
                    .containsExactly(tuple(0, 2), tuple(1, 0));
        }

        private static DayBucket timely(SupplierId supplier, LocalDate day) {
            return new DayBucket(supplier, day, Map.of(State.TIMELY, 1));
        }
    }
}
