package io.hourglass.rate.jdbc;

import static io.hourglass.OwnTables.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.OwnTables;
import io.hourglass.bpmn.InquiryNodes;
import io.hourglass.inquiry.judging.InquiryRule;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.judging.InquiryTerms;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.time.UtcColumn;
import io.hourglass.kernel.tracks.TrackDay;
import io.hourglass.rate.books.BookDay;
import io.hourglass.rate.books.BookDays;
import io.hourglass.rate.books.Cause;
import io.hourglass.rate.books.JudgedCase;
import io.hourglass.rate.books.SettledCases;
import io.hourglass.rate.books.VerdictEntries;
import io.hourglass.rate.books.VerdictEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

@DisplayName("Verdict entries")
class VerdictEntriesContractTest {

    @Nested
    @DisplayName("on H2")
    class OnH2 extends Contract {
        OnH2() {
            super(OwnTables.onH2());
        }

        @Test
        @DisplayName("those of many cases are looked up by their ids, and nothing else is read")
        void planOfCases() {
            assertThat(tables.planOf(JdbcVerdictEntries.OF_CASES, (Object) new String[] {"i", "j"}))
                    .containsPattern("PRIMARY_KEY\\S*: CASE_ID IN");
        }

        @Test
        @DisplayName("those behind a number of one subject are looked up by it and its days")
        void planOfSubject() {
            assertThat(tables.planOf(
                            "select e.* " + JdbcVerdictEntries.settled(1),
                            "s",
                            "INQUIRY",
                            DAY,
                            DAY.plusDays(29),
                            UtcColumn.of(NOON),
                            UtcColumn.of(NOON)))
                    .containsPattern("VERDICT_ENTRY_SUPPLIER_DAY: [^/]*SUBJECT = \\?1");
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

        private static final SupplierId SUPPLIER = new SupplierId("供应商");
        static final LocalDate DAY = LocalDate.of(2026, 3, 2);
        private static final Instant LATER = NOON.plusSeconds(1);

        final OwnTables tables;
        private final VerdictEntries entries;
        private final BookDays days;

        Contract(OwnTables tables) {
            this.tables = tables;
            this.entries = new JdbcVerdictEntries(tables.template(), tables.rows(), List.of(InquiryTerms.TERMS));
            this.days = new JdbcBookDays(tables.template(), tables.jdbc(), tables.rows());
        }

        @Test
        @DisplayName("an inquiry's history is kept whole, in its order")
        void history() {
            var second = entry("i-é", 2, DAY, InquiryState.UNANSWERED);
            var first = new VerdictEntry(
                    JudgedCase.builder()
                            .id(new InquiryId("i-é"))
                            .subject(SUPPLIER.subject())
                            .day(DAY)
                            .rule(InquiryRule.DUPLICATE_OF_ANCHOR)
                            .decidingFact(new FactId("fact-😀"))
                            .anchor(new InquiryId("anchor-é"))
                            .policyVersion(3)
                            .build(),
                    1,
                    new Cause(Cause.Kind.END_EVENT, InquiryNodes.EXCLUDED),
                    NOON);
            List.of(second, first).forEach(entries::add);

            assertThat(entries.historyOf(new InquiryId("i-é"))).containsExactly(first, second);
            assertThat(entries.historyOf(new InquiryId("i-e"))).isEmpty();
        }

        @Test
        @DisplayName("an entry is never written over, and of a batch that fails nothing stays")
        void appendOnly() {
            var first = entry("i", 1, DAY, InquiryState.TIMELY);
            entries.add(first);
            var batch = List.of(entry("other", 1, DAY, InquiryState.LATE), entry("i", 1, DAY, InquiryState.SPAM));

            assertThatThrownBy(() -> tables.inTransaction(() -> {
                        batch.forEach(entries::add);
                        return true;
                    }))
                    .isInstanceOf(DuplicateKeyException.class);
            assertThat(entries.historyOf(new InquiryId("i"))).containsExactly(first);
            assertThat(tables.rowsOf("verdict_entry")).isEqualTo(1);
        }

        @Test
        @DisplayName("within a transaction the latest entry is the one just added, and it is there after the commit")
        void ownEntry() {
            var first = entry("i", 1, DAY, InquiryState.TIMELY);
            var second = entry("i", 2, DAY, InquiryState.LATE);
            entries.add(first);
            tables.inTransaction(() -> {
                assertThat(entries.latestOf(List.of(first.id()))).containsValue(first);
                entries.add(second);
                assertThat(entries.latestOf(List.of(first.id()))).containsValue(second);
                return true;
            });

            assertThat(entries.latestOf(List.of())).isEmpty();
            assertThat(entries.historyOf(first.id())).containsExactly(first, second);
        }

        @Test
        @DisplayName("the latest entry is the one of the highest number, of inquiries and of a day")
        void latest() {
            var tenth = entry("i", 10, DAY, InquiryState.LATE);
            var other = entry("other", 1, DAY.plusDays(1), InquiryState.TIMELY);
            List.of(entry("i", 9, DAY, InquiryState.TIMELY), tenth, entry("i", 2, DAY, InquiryState.SPAM), other)
                    .forEach(entries::add);

            assertThat(entries.latestOf(List.of(tenth.id(), other.id(), new InquiryId("none"))))
                    .containsOnlyKeys(tenth.id(), other.id())
                    .containsEntry(tenth.id(), tenth);
            assertThat(entries.latestOn(at(DAY))).containsOnlyKeys(tenth.id()).containsValue(tenth);
            assertThat(entries.latestOn(at(DAY), List.of(tenth.id(), other.id())))
                    .containsOnlyKeys(tenth.id())
                    .containsValue(tenth);
            assertThat(entries.latestOn(at(DAY), List.of())).isEmpty();
        }

        @Test
        @DisplayName("the inquiries of a very large day are asked for at once")
        void manyAtOnce() {
            var ids = IntStream.range(0, 40_000)
                    .mapToObj(number -> new InquiryId("i-" + number))
                    .toList();
            entries.add(entry("i-39999", 1, DAY, InquiryState.TIMELY));

            assertThat(entries.latestOf(ids)).containsOnlyKeys(new InquiryId("i-39999"));
        }

        @Test
        @DisplayName(
                "under a number lie the last entries of the supplier's settled days in the window, both ends included")
        void settled() {
            open(DAY.minusDays(1), DAY.plusDays(3));
            IntStream.rangeClosed(-1, 2).mapToObj(DAY::plusDays).forEach(day -> days.markSettled(at(day), NOON));
            var first = entry("first", 2, DAY, InquiryState.LATE);
            var last = entry("last", 1, DAY.plusDays(2), InquiryState.SPAM);
            List.of(
                            entry("before", 1, DAY.minusDays(1), InquiryState.TIMELY),
                            entry("first", 1, DAY, InquiryState.TIMELY),
                            first,
                            last,
                            entry("late inquiry", 1, DAY, InquiryState.OUT_OF_BOOKS),
                            entry("open day", 1, DAY.plusDays(3), InquiryState.TIMELY),
                            of(new SupplierId("other"), "other's", 1, DAY, InquiryState.TIMELY))
                    .forEach(entries::add);

            assertThat(entries.settled(cases(DAY, DAY.plusDays(2), LATER), null, 0, 10))
                    .containsExactly(first, last);
            assertThat(entries.countSettled(cases(DAY, DAY.plusDays(2), LATER)))
                    .isEqualTo(Map.of(first.state(), 1, last.state(), 1));
            assertThat(entries.countSettled(cases(DAY, DAY.plusDays(3), LATER)))
                    .isEqualTo(Map.of(first.state(), 1, last.state(), 1));
        }

        @Test
        @DisplayName(
                "as they stood at an instant, what was booked by then counts, and what was booked after it does not")
        void asTheyStood() {
            open(DAY, DAY);
            days.markSettled(at(DAY), NOON);
            var settled = entry("restated", 2, DAY, InquiryState.UNANSWERED);
            var restated = entry("restated", 3, DAY, InquiryState.TIMELY);
            var learnedLater = entry("learned later", 4, DAY, InquiryState.SPAM);
            List.of(settled, restated, learnedLater).forEach(entries::add);

            assertThat(entries.settled(cases(DAY, DAY, NOON.plusMillis(1)), null, 0, 10))
                    .isEmpty();
            assertThat(entries.settled(cases(DAY, DAY, NOON.plusMillis(2)), null, 0, 10))
                    .containsExactly(settled);
            assertThat(entries.settled(cases(DAY, DAY, NOON.plusMillis(3)), null, 0, 10))
                    .containsExactly(restated);
            assertThat(entries.settled(cases(DAY, DAY, NOON.plusMillis(4)), null, 0, 10))
                    .containsExactly(learnedLater, restated);
            assertThat(entries.countSettled(cases(DAY, DAY, NOON.plusMillis(3))))
                    .isEqualTo(Map.of(InquiryState.TIMELY, 1));
        }

        @Test
        @DisplayName("those in one state are found and counted apart")
        void inOneState() {
            open(DAY, DAY);
            days.markSettled(at(DAY), NOON);
            var spam = entry("s", 1, DAY, InquiryState.SPAM);
            var timely = List.of(entry("t1", 1, DAY, InquiryState.TIMELY), entry("t2", 1, DAY, InquiryState.TIMELY));
            entries.add(spam);
            timely.forEach(entries::add);

            assertThat(entries.settled(cases(DAY, DAY, LATER), InquiryState.SPAM, 0, 10))
                    .containsExactly(spam);
            assertThat(entries.settled(cases(DAY, DAY, LATER), InquiryState.TIMELY, 1, 1))
                    .containsExactly(timely.get(1));
            assertThat(entries.countSettled(cases(DAY, DAY, LATER)))
                    .isEqualTo(Map.of(InquiryState.SPAM, 1, InquiryState.TIMELY, 2));
        }

        @Test
        @DisplayName("pages follow day and inquiry; together they hold each entry once")
        void pages() {
            open(DAY, DAY.plusDays(1));
            days.markSettled(at(DAY), NOON);
            days.markSettled(at(DAY.plusDays(1)), NOON);
            var later = IntStream.range(10, 15)
                    .mapToObj(number -> entry("a" + number, 1, DAY.plusDays(1), InquiryState.TIMELY))
                    .toList();
            var earlier = IntStream.range(10, 15)
                    .mapToObj(number -> entry("b" + number, 1, DAY, InquiryState.TIMELY))
                    .toList();
            later.forEach(entries::add);
            earlier.forEach(entries::add);

            var read = IntStream.range(0, 5)
                    .mapToObj(page -> entries.settled(cases(DAY, DAY.plusDays(1), LATER), null, page * 3L, 3))
                    .flatMap(List::stream)
                    .toList();
            assertThat(read.subList(0, 5)).isEqualTo(earlier);
            assertThat(read.subList(5, 10)).isEqualTo(later);
            assertThat(read).hasSize(10);
        }

        @Test
        @DisplayName("all entries of a day are told by the code points of the inquiries' ids, then in their order")
        void ofADay() {
            var second = entry("a", 2, DAY, InquiryState.LATE);
            var first = entry("a", 1, DAY, InquiryState.TIMELY);
            var before = entry("B", 1, DAY, InquiryState.OUT_OF_BOOKS);
            List.of(second, first, before, entry("c", 1, DAY.plusDays(1), InquiryState.SPAM))
                    .forEach(entries::add);

            assertThat(entries.receivedOn(at(DAY), entries.casesOn(at(DAY)))).containsExactly(before, first, second);
        }

        @Test
        @DisplayName("the last entry as it stood is the last one booked by that instant")
        void latestAsItStood() {
            var first = entry("i", 1, DAY, InquiryState.LATE);
            entries.add(first);
            var second = new VerdictEntry(
                    JudgedCase.builder()
                            .id(first.id())
                            .subject(SUPPLIER.subject())
                            .day(DAY)
                            .rule(InquiryRule.ANSWERED_BY_DEADLINE)
                            .policyVersion(1)
                            .build(),
                    2,
                    new Cause(Cause.Kind.RESTATEMENT, "d"),
                    first.bookedAt().plusMillis(1));
            entries.add(second);
            var ids = List.of(first.id());
            assertThat(entries.latestOf(ids, first.bookedAt()).values()).containsExactly(first);
            assertThat(entries.latestOf(ids, second.bookedAt()).values()).containsExactly(second);
            assertThat(entries.latestOf(ids, first.bookedAt().minusMillis(1))).isEmpty();
        }

        private void open(LocalDate first, LocalDate last) {
            var opened = first.datesUntil(last.plusDays(1))
                    .map(day -> new BookDay(TrackDay.ofInquiries(day), NOON, null, null))
                    .toList();
            days.open(Track.INQUIRY, opened, new BookDays.Range(first, last));
        }

        private static VerdictEntry entry(String inquiry, int seq, LocalDate day, InquiryState state) {
            return of(SUPPLIER, inquiry, seq, day, state);
        }

        private static VerdictEntry of(
                SupplierId supplier, String inquiry, int seq, LocalDate day, InquiryState state) {
            var cause = new Cause(Cause.Kind.DAY_CLOSE, day.toString());
            var rule = Stream.of(InquiryRule.values())
                    .filter(one -> one.state() == state)
                    .findFirst()
                    .orElseThrow();
            var judged = JudgedCase.builder()
                    .id(new InquiryId(inquiry))
                    .subject(supplier.subject())
                    .day(day)
                    .rule(rule)
                    .policyVersion(1)
                    .build();
            return new VerdictEntry(judged, seq, cause, NOON.plusMillis(seq));
        }

        private static TrackDay at(LocalDate day) {
            return TrackDay.ofInquiries(day);
        }

        private static SettledCases cases(LocalDate from, LocalDate to, Instant stoodAt) {
            return new SettledCases(List.of(SUPPLIER.subject()), from, to, stoodAt);
        }
    }
}
