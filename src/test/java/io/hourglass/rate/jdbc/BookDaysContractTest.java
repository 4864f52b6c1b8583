package io.hourglass.rate.jdbc;

import static io.hourglass.OwnTables.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.OwnTables;
import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.tracks.TrackDay;
import io.hourglass.rate.books.BookDay;
import io.hourglass.rate.books.BookDays;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Book days")
class BookDaysContractTest {

    @Nested
    @DisplayName("on H2")
    class OnH2 extends Contract {
        OnH2() {
            super(OwnTables.onH2());
        }

        @Test
        @DisplayName("some days are looked up by their dates, and nothing else is read")
        void plan() {
            assertThat(tables.planOf(JdbcBookDays.ON_DATES, (Object) new LocalDate[] {DAY}))
                    .containsPattern("PRIMARY_KEY\\S*: RECEIVED_DAY IN");
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

        static final LocalDate DAY = LocalDate.of(2026, 3, 2);

        final OwnTables tables;
        private final BookDays days;

        Contract(OwnTables tables) {
            this.tables = tables;
            this.days = new JdbcBookDays(tables.template(), tables.jdbc(), tables.rows());
        }

        @Test
        @DisplayName("a day of one track is none of another's, held or not, though both are asked for at once")
        void apart() {
            days.open(Track.INQUIRY, List.of(opened(DAY)), new BookDays.Range(DAY, DAY));
            var chat = new TrackDay(new Track("CHAT"), DAY);
            assertThat(days.find(chat)).isEmpty();
            assertThat(tables.inTransaction(() -> days.lock(chat))).isEmpty();
            assertThat(days.settledAmong(chat.track(), List.of(DAY))).isEmpty();
            days.markSettled(at(DAY), NOON);
            assertThat(days.settledAmong(chat.track(), List.of(DAY))).isEmpty();
            assertThat(days.settledAmong(Track.INQUIRY, List.of(DAY))).containsExactly(DAY);
        }

        @Test
        @DisplayName("the books begin without a day and without a range")
        void emptyBooks() {
            assertThat(tables.inTransaction(() -> days.lockRange(Track.INQUIRY)))
                    .isEmpty();
            assertThat(days.find(at(DAY))).isEmpty();
            assertThat(days.first(Track.INQUIRY)).isEmpty();
            assertThat(days.firstUnsettled(Track.INQUIRY)).isEmpty();
            assertThat(days.latest(Track.INQUIRY, 3)).isEmpty();
            assertThat(tables.inTransaction(() -> days.lock(at(DAY)))).isEmpty();
        }

        @Test
        @DisplayName("days are opened at either end, and the range is theirs afterwards")
        void open() {
            open(DAY, DAY.plusDays(1));
            days.open(
                    Track.INQUIRY,
                    List.of(opened(DAY.minusDays(1))),
                    new BookDays.Range(DAY.minusDays(1), DAY.plusDays(1)));

            assertThat(tables.inTransaction(() -> days.lockRange(Track.INQUIRY)))
                    .contains(new BookDays.Range(DAY.minusDays(1), DAY.plusDays(1)));
            assertThat(days.first(Track.INQUIRY)).contains(DAY.minusDays(1));
            assertThat(days.find(at(DAY.minusDays(1)))).contains(opened(DAY.minusDays(1)));
            assertThat(tables.inTransaction(() -> days.lock(at(DAY)))).contains(opened(DAY));
        }

        @Test
        @DisplayName("a day tells when it was settled, to the millisecond, and what it completed")
        void settledAndPublished() {
            open(DAY, DAY.plusDays(1));
            days.markSettled(at(DAY), NOON);
            days.markPublished(at(DAY), DAY.plusDays(5));

            assertThat(days.find(at(DAY)))
                    .contains(new BookDay(at(DAY), opened(DAY).closesAt(), NOON, DAY.plusDays(5)));
            assertThat(days.find(at(DAY.plusDays(1)))).contains(opened(DAY.plusDays(1)));
        }

        @Test
        @DisplayName("the first unsettled day is the earliest, and none once all are settled")
        void firstUnsettled() {
            open(DAY, DAY.plusDays(2));
            days.markSettled(at(DAY), NOON);
            assertThat(days.firstUnsettled(Track.INQUIRY)).contains(DAY.plusDays(1));

            days.markSettled(at(DAY.plusDays(1)), NOON);
            days.markSettled(at(DAY.plusDays(2)), NOON);
            assertThat(days.firstUnsettled(Track.INQUIRY)).isEmpty();
        }

        @Test
        @DisplayName("of some days those are settled that are, known or not")
        void settledAmong() {
            open(DAY, DAY.plusDays(2));
            days.markSettled(at(DAY), NOON);
            days.markSettled(at(DAY.plusDays(1)), NOON);

            assertThat(days.settledAmong(Track.INQUIRY, List.of(DAY.minusDays(9), DAY.plusDays(1), DAY.plusDays(2))))
                    .containsExactly(DAY.plusDays(1));
            assertThat(days.settledAmong(Track.INQUIRY, List.of())).isEmpty();
        }

        @Test
        @DisplayName("the latest days come latest first")
        void latest() {
            open(DAY, DAY.plusDays(3));

            assertThat(days.latest(Track.INQUIRY, 2)).containsExactly(opened(DAY.plusDays(3)), opened(DAY.plusDays(2)));
        }

        @Test
        @DisplayName("who locks a day holds it until the transaction ends, and no other day")
        void lockDay() {
            open(DAY, DAY.plusDays(1));

            tables.assertHeldUntilTheTransactionEnds(() -> days.lock(at(DAY)));
            tables.assertFreeWhileHeld(() -> days.lock(at(DAY)), () -> days.lock(at(DAY.plusDays(1))));
        }

        @Test
        @DisplayName("who locks the range keeps all others from opening days, in empty books too")
        void lockRange() {
            tables.assertHeldUntilTheTransactionEnds(() -> days.lockRange(Track.INQUIRY));
        }

        private void open(LocalDate first, LocalDate last) {
            var opened =
                    first.datesUntil(last.plusDays(1)).map(Contract::opened).toList();
            days.open(Track.INQUIRY, opened, new BookDays.Range(first, last));
        }

        private static BookDay opened(LocalDate day) {
            return new BookDay(at(day), NOON.plusSeconds(86_400L * day.getDayOfMonth()), null, null);
        }

        private static TrackDay at(LocalDate day) {
            return TrackDay.ofInquiries(day);
        }
    }
}
