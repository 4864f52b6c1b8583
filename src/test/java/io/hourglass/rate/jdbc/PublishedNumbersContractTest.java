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
import io.hourglass.kernel.tracks.TrackDay;
import io.hourglass.rate.books.BookDay;
import io.hourglass.rate.books.BookDays;
import io.hourglass.rate.counts.Counts;
import io.hourglass.rate.counts.DayBucket;
import io.hourglass.rate.numbers.PublishedNumber;
import io.hourglass.rate.numbers.PublishedNumbers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

@DisplayName("Published numbers")
class PublishedNumbersContractTest {

    @Nested
    @DisplayName("on H2")
    class OnH2 extends Contract {
        OnH2() {
            super(OwnTables.onH2());
        }
    }

    @Nested
    @DisplayName("on PostgreSQL")
    class OnPostgres extends Contract {
        OnPostgres() {
            super(OwnTables.onPostgres());
        }
    }

    abstract static class Contract {

        private static final LocalDate FROM = LocalDate.of(2026, 3, 2);
        private static final LocalDate TO = FROM.plusDays(29);
        private static final LocalDate ON = TO.plusDays(5);

        private final OwnTables tables;
        private final PublishedNumbers numbers;

        Contract(OwnTables tables) {
            this.tables = tables;
            this.numbers = new JdbcPublishedNumbers(tables.jdbc(), List.of(InquiryTerms.TERMS));
            var days = FROM.minusDays(1)
                    .datesUntil(TO.plusDays(2))
                    .map(day -> new BookDay(at(day), NOON, null, null))
                    .toList();
            new JdbcBookDays(tables.template(), tables.jdbc(), tables.rows())
                    .open(Track.INQUIRY, days, new BookDays.Range(FROM.minusDays(1), TO.plusDays(1)));
        }

        @Test
        @DisplayName("a number sums the buckets of its window, both ends included")
        void window() {
            bucket("供应商", FROM.minusDays(1), InquiryState.TIMELY, 100);
            bucket("供应商", FROM, InquiryState.TIMELY, 3);
            bucket("供应商", FROM.plusDays(1), InquiryState.DUPLICATE, 50);
            bucket("供应商", TO, InquiryState.LATE, 2);
            bucket("供应商", TO.plusDays(1), InquiryState.UNANSWERED, 100);

            assertThat(numbers.publish(at(TO), FROM, ON, NOON)).isEqualTo(1);
            assertThat(numbers.find(subject("供应商"), ON))
                    .contains(number(subject("供应商")).withTimely(3).withCountable(5));
        }

        @Test
        @DisplayName("a supplier without a countable inquiry in the window has no number")
        void nothingCountable() {
            bucket("s", FROM, InquiryState.REJECTED, 3);
            bucket("s", FROM.minusDays(1), InquiryState.TIMELY, 3);

            assertThat(numbers.publish(at(TO), FROM, ON, NOON)).isZero();
            assertThat(numbers.find(subject("s"), ON)).isEmpty();
            assertThat(numbers.on(Track.INQUIRY, ON)).isEmpty();
        }

        @Test
        @DisplayName("a date's numbers are ordered by the code points of the suppliers' ids")
        void inOrder() {
            for (var id : new String[] {"\uD835\uDC9C", "\uFF21", "é", "a", "B"}) {
                bucket(id, FROM, InquiryState.UNANSWERED, 1);
            }
            numbers.publish(at(TO), FROM, ON, NOON);

            assertThat(numbers.on(Track.INQUIRY, ON))
                    .extracting(number -> number.subject().id())
                    .containsExactly("B", "a", "é", "\uFF21", "\uD835\uDC9C");
            assertThat(numbers.on(Track.INQUIRY, ON.plusDays(1))).isEmpty();
        }

        @Test
        @DisplayName("a date is published once")
        void onlyOnce() {
            bucket("s", FROM, InquiryState.TIMELY, 1);
            numbers.publish(at(TO), FROM, ON, NOON);

            assertThatThrownBy(() -> numbers.publish(at(TO), FROM, ON, NOON)).isInstanceOf(DuplicateKeyException.class);
        }

        @Test
        @DisplayName("of several revisions the latest is shown, one for each supplier")
        void latestRevision() {
            bucket("s", FROM, InquiryState.TIMELY, 1);
            numbers.publish(at(TO), FROM, ON, NOON);
            var revised = number(subject("s")).withRevision(10).withTimely(7).withPublishedAt(NOON.plusMillis(1));
            numbers.add(number(subject("s")).withRevision(9));
            numbers.add(revised);

            assertThat(numbers.find(subject("s"), ON)).contains(revised);
            assertThat(numbers.on(Track.INQUIRY, ON)).containsExactly(revised);
            assertThat(numbers.firstOn(Track.INQUIRY, ON))
                    .containsExactly(number(subject("s")).withTimely(1).withCountable(1));
        }

        @Test
        @DisplayName("a revision reads as it was added, and is added once")
        void added() {
            var second = number(subject("供应商"))
                    .withRevision(2)
                    .withTimely(0)
                    .withCountable(0)
                    .withPublishedAt(NOON.plusMillis(1));
            numbers.add(second);

            assertThat(numbers.find(second.subject(), ON)).contains(second);
            assertThat(numbers.on(Track.INQUIRY, ON, List.of(second.subject())))
                    .containsExactly(Map.entry(second.subject(), second));
            assertThat(numbers.firstOn(Track.INQUIRY, ON)).isEmpty();
            assertThatThrownBy(() -> numbers.add(second)).isInstanceOf(DuplicateKeyException.class);
        }

        @Test
        @DisplayName("as known at an instant, a revision is there from the instant of its publication on")
        void knownAt() {
            var supplier = subject("s");
            var first = number(supplier);
            var second = number(supplier).withRevision(2).withTimely(7).withPublishedAt(NOON.plusMillis(5));
            numbers.add(second);
            numbers.add(first);

            assertThat(numbers.find(supplier, ON, NOON.minusMillis(1))).isEmpty();
            assertThat(numbers.find(supplier, ON, NOON)).contains(first);
            assertThat(numbers.find(supplier, ON, NOON.plusMillis(4))).contains(first);
            assertThat(numbers.find(supplier, ON, NOON.plusMillis(5))).contains(second);
            assertThat(numbers.find(supplier, ON.plusDays(1), NOON.plusMillis(5)))
                    .isEmpty();
        }

        @Test
        @DisplayName("all revisions of all dates are listed by date, both ends included")
        void revisions() {
            var supplier = subject("s");
            var second = number(supplier).withRevision(2).withTimely(7).withPublishedAt(NOON.plusMillis(5));
            var first = number(supplier);
            var next = number(supplier).withPublishedOn(ON.plusDays(1));
            List.of(next, second, first).forEach(numbers::add);
            numbers.add(number(supplier).withPublishedOn(ON.minusDays(1)));
            numbers.add(number(supplier).withPublishedOn(ON.plusDays(2)));
            numbers.add(number(subject("other")));

            assertThat(numbers.revisionsOf(supplier, ON, ON.plusDays(1))).containsExactly(first, second, next);
        }

        /** The first revision: six of nine. */
        private static PublishedNumber number(Subject subject) {
            return PublishedNumber.builder()
                    .subject(subject)
                    .publishedOn(ON)
                    .revision(1)
                    .windowFrom(FROM)
                    .windowTo(TO)
                    .timely(6)
                    .countable(9)
                    .publishedAt(NOON)
                    .build();
        }

        private void bucket(String supplier, LocalDate day, InquiryState state, int count) {
            new JdbcDayBuckets(tables.template(), tables.jdbc(), List.of(InquiryTerms.TERMS))
                    .add(List.of(new DayBucket(subject(supplier), day, new Counts(Map.of(state, count)))));
        }

        private static TrackDay at(LocalDate day) {
            return TrackDay.ofInquiries(day);
        }

        private static Subject subject(String supplier) {
            return new SupplierId(supplier).subject();
        }
    }
}
