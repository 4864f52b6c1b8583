package io.hourglass.rate.jdbc;

import static io.hourglass.OwnTables.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.OwnTables;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.judging.InquiryTerms;
import io.hourglass.kernel.ids.Subject;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.time.UtcColumn;
import io.hourglass.kernel.tracks.TrackDay;
import io.hourglass.rate.books.BookDay;
import io.hourglass.rate.books.BookDays;
import io.hourglass.rate.counts.Counts;
import io.hourglass.rate.counts.DayBucket;
import io.hourglass.rate.counts.DayBuckets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

@DisplayName("Day buckets")
class DayBucketsContractTest {

    @Nested
    @DisplayName("on H2")
    class OnH2 extends Contract {
        OnH2() {
            super(OwnTables.onH2());
        }

        @Test
        @DisplayName("a supplier's window is read by the key alone")
        void plan() {
            assertThat(planOfWindow())
                    .containsPattern("PRIMARY_KEY\\S*: RECEIVED_DAY >= \\?3\\s+AND RECEIVED_DAY <= \\?4"
                            + "\\s+AND TRACK = \\?1\\s+AND SUBJECT = \\?2");
        }

        @Override
        String numbersTo(int last) {
            return "(select x from system_range(1, " + last + "))";
        }
    }

    @Nested
    @DisplayName("on PostgreSQL")
    class OnPostgres extends Contract {
        OnPostgres() {
            super(OwnTables.onPostgres());
        }

        @Test
        @DisplayName("a supplier's window is read by the key alone")
        void plan() {
            assertThat(planOfWindow())
                    .containsPattern("Index Scan using day_bucket_key on day_bucket")
                    .containsPattern("Index Cond: .*track.*subject.*received_day >=.*received_day <=")
                    .doesNotContain("Filter");
        }

        @Override
        String numbersTo(int last) {
            return "(select x from generate_series(1, " + last + ") x)";
        }
    }

    abstract static class Contract {

        private static final Subject SUPPLIER = new SupplierId("供应商").subject();
        private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

        final OwnTables tables;
        private final DayBuckets buckets;

        Contract(OwnTables tables) {
            this.tables = tables;
            this.buckets = new JdbcDayBuckets(tables.template(), tables.jdbc(), List.of(InquiryTerms.TERMS));
            var days = DAY.minusDays(2)
                    .datesUntil(DAY.plusDays(2))
                    .map(day -> new BookDay(TrackDay.ofInquiries(day), NOON, null, null))
                    .toList();
            new JdbcBookDays(tables.template(), tables.jdbc(), tables.rows())
                    .open(Track.INQUIRY, days, new BookDays.Range(DAY.minusDays(2), DAY.plusDays(1)));
        }

        @Test
        @DisplayName("each verdict has its own count, and only three are countable")
        void counts() {
            buckets.add(List.of(new DayBucket(
                    SUPPLIER,
                    DAY,
                    new Counts(Map.of(
                            InquiryState.TIMELY, 1,
                            InquiryState.LATE, 2,
                            InquiryState.UNANSWERED, 4,
                            InquiryState.UNVERIFIED, 8,
                            InquiryState.DUPLICATE, 16,
                            InquiryState.REJECTED, 32,
                            InquiryState.SPAM, 64)))));

            assertThat(buckets.of(SUPPLIER, DAY, DAY)).singleElement().satisfies(bucket -> {
                assertThat(bucket.counts().byState())
                        .containsOnly(
                                Map.entry(InquiryState.TIMELY, 1),
                                Map.entry(InquiryState.LATE, 2),
                                Map.entry(InquiryState.UNANSWERED, 4),
                                Map.entry(InquiryState.UNVERIFIED, 8),
                                Map.entry(InquiryState.DUPLICATE, 16),
                                Map.entry(InquiryState.REJECTED, 32),
                                Map.entry(InquiryState.SPAM, 64));
                assertThat(bucket.counts().countable()).isEqualTo(7);
            });
        }

        @Test
        @DisplayName("a supplier's buckets come in day order, both ends included, and nobody else's")
        void inOrder() {
            buckets.add(List.of(timely(SUPPLIER, DAY), timely(SUPPLIER, DAY.minusDays(1))));
            buckets.add(List.of(
                    timely(SUPPLIER, DAY.minusDays(2)),
                    timely(SUPPLIER, DAY.plusDays(1)),
                    timely(new SupplierId("other").subject(), DAY)));

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
            var late = new DayBucket(SUPPLIER, DAY, new Counts(Map.of(InquiryState.LATE, 2)));
            buckets.replace(late);
            assertThat(buckets.of(SUPPLIER, DAY, DAY.plusDays(1)))
                    .extracting(bucket -> bucket.counts().byState())
                    .containsExactly(Map.of(InquiryState.LATE, 2), Map.of(InquiryState.TIMELY, 1));
        }

        @Test
        @DisplayName("what is zero has no row, and a bucket of zeros alone is none")
        void zeros() {
            buckets.add(List.of(
                    new DayBucket(SUPPLIER, DAY, new Counts(Map.of(InquiryState.TIMELY, 0, InquiryState.LATE, 1)))));
            assertThat(tables.rowsOf("day_bucket")).isEqualTo(1);
            buckets.replace(new DayBucket(SUPPLIER, DAY, new Counts(Map.of(InquiryState.LATE, 0))));
            assertThat(tables.rowsOf("day_bucket")).isZero();
            assertThat(buckets.of(SUPPLIER, DAY, DAY)).isEmpty();
            assertThat(buckets.totals(Track.INQUIRY, DAY, DAY).byState()).isEmpty();
        }

        @Test
        @DisplayName("their totals are the supplier's, or everybody's, over the days with both ends")
        void totals() {
            var other = new SupplierId("other").subject();
            buckets.add(List.of(
                    timely(SUPPLIER, DAY.minusDays(2)),
                    timely(SUPPLIER, DAY.minusDays(1)),
                    timely(SUPPLIER, DAY),
                    timely(SUPPLIER, DAY.plusDays(1)),
                    new DayBucket(other, DAY, new Counts(Map.of(InquiryState.LATE, 3)))));
            assertThat(buckets.totals(SUPPLIER, DAY.minusDays(1), DAY).byState())
                    .isEqualTo(Map.of(InquiryState.TIMELY, 2));
            assertThat(buckets.totals(Track.INQUIRY, DAY.minusDays(1), DAY).byState())
                    .isEqualTo(Map.of(InquiryState.TIMELY, 2, InquiryState.LATE, 3));
        }

        @Test
        @DisplayName("another track's counts are not among them, nor touched")
        void otherTrack() {
            tables.jdbc()
                    .sql("insert into hourglass.book_day (track, received_day, closes_at) values ('CHAT', ?, ?)")
                    .params(DAY, UtcColumn.of(NOON))
                    .update();
            tables.jdbc()
                    .sql(
                            """
                            insert into hourglass.day_bucket (track, subject, received_day, state, count)
                            values ('CHAT', ?, ?, 'ANSWERED', 7)""")
                    .params(SUPPLIER.id(), DAY)
                    .update();
            buckets.add(List.of(timely(SUPPLIER, DAY)));
            buckets.replace(new DayBucket(SUPPLIER, DAY, new Counts(Map.of(InquiryState.LATE, 1))));
            assertThat(buckets.totals(Track.INQUIRY, DAY, DAY).byState()).isEqualTo(Map.of(InquiryState.LATE, 1));
            assertThat(buckets.of(SUPPLIER, DAY, DAY)).hasSize(1);
            assertThat(tables.rowsOf("day_bucket")).isEqualTo(2);
        }

        /** Of one supplier among many, with all states on each day. */
        String planOfWindow() {
            tables.jdbc()
                    .sql(
                            """
                            insert into hourglass.day_bucket (track, subject, received_day, state, count)
                            select 'INQUIRY', 's' || s.x, d.received_day, 'STATE-' || k.x, 1
                            from hourglass.book_day d, %s s, %s k"""
                                    .formatted(numbersTo(200), numbersTo(7)))
                    .update();
            tables.jdbc().sql("analyze").update();
            return tables.planOf(JdbcDayBuckets.WINDOW, "INQUIRY", "s7", DAY.minusDays(1), DAY);
        }

        abstract String numbersTo(int last);

        private static DayBucket timely(Subject supplier, LocalDate day) {
            return new DayBucket(supplier, day, new Counts(Map.of(InquiryState.TIMELY, 1)));
        }
    }
}
