package io.hourglass.inquiry.jdbc;

import static io.hourglass.OwnTables.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.OwnTables;
import io.hourglass.inquiry.Inquiry;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.reading.InquirySearch.Wanted;
import io.hourglass.inquiry.search.Narrowing;
import io.hourglass.inquiry.search.Sought;
import io.hourglass.inquiry.search.SoughtWord;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.text.SearchTerms;
import io.hourglass.kernel.time.UtcColumn;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.SqlArrayValue;

@DisplayName("The search by words")
class InquiryWordsContractTest {

    private static final Wanted ANY = Wanted.builder().build();
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Nested
    @DisplayName("on H2")
    class OnH2 extends Contract {
        OnH2() {
            super(OwnTables.onH2());
        }

        @Test
        @DisplayName("reads an index that has all it asks, in the order of the list, and no row but those it gives")
        void plans() {
            many();
            var sought = sought("zirconium");
            var newest = words.newest("i.*", 10_000, search.holds(ANY), conditions.matching(sought, false), 0, 21);
            assertThat(tables.planOf(newest.sql(), newest.values().toArray()))
                    .contains("INQUIRY_NEWEST")
                    .contains("index sorted")
                    .doesNotContain("tableScan");
        }
    }

    @Nested
    @DisplayName("on PostgreSQL")
    class OnPostgres extends Contract {
        OnPostgres() {
            super(OwnTables.onPostgres());
        }

        @Test
        @DisplayName("plans each search with its values, in its transaction alone: suppliers are of different size")
        void planned() {
            var shown = tables.jdbc().sql("show plan_cache_mode");
            assertThat(tables.inTransaction(() -> {
                        words.named("x", ANY, 1);
                        return shown.query(String.class).single();
                    }))
                    .isEqualTo("force_custom_plan");
            assertThat(tables.inTransaction(() -> {
                        words.find(sought("x"), ANY, Narrowing.NONE, 0, 1);
                        return shown.query(String.class).single();
                    }))
                    .isEqualTo("force_custom_plan");
            assertThat(shown.query(String.class).single()).isEqualTo("auto");
        }

        @Test
        @DisplayName("counts states by the days that are counted: history before them is not read")
        void plansOfCounts() {
            many();
            tables.jdbc()
                    .sql(
                            """
                            insert into hourglass.verdict_entry (case_id, track, seq, subject, received_day, state, rule,
                                policy_version, cause, cause_ref, booked_at)
                            select id, 'INQUIRY', 1, supplier, received_day, 'TIMELY', 'R', 1, 'FACT', 'f', received_at
                            from hourglass.inquiry""")
                    .update();
            tables.jdbc().sql("analyze").update();
            var from = LocalDate.of(2026, 3, 9);
            for (var supplier : Arrays.asList(null, new SupplierId("s7"))) {
                var states = JdbcInquiryWords.counted(JdbcInquiryWords.STATES, "e.subject = ?", from, supplier);
                assertThat(tables.planOf(states.sql(), states.values().toArray()))
                        .containsPattern("verdict_entry_(supplier_)?day")
                        .doesNotContain("Seq Scan");
                var waiting = JdbcInquiryWords.counted(JdbcInquiryWords.WAITING, "i.supplier = ?", from, supplier);
                assertThat(tables.planOf(
                                waiting.sql(),
                                Stream.concat(waiting.values().stream(), Stream.of(UtcColumn.of(NOON)))
                                        .toArray()))
                        .containsPattern("inquiry_(supplier_newest|day)")
                        .doesNotContain("Seq Scan");
            }
        }

        @Test
        @DisplayName("reads some of the newest in their order, and then asks the index of words, never the whole table")
        void plans() {
            many();
            var holds = search.holds(ANY);
            var sought = sought("zirconium");
            var newest = words.newest("i.*", 10_000, holds, conditions.matching(sought, false), 0, 21);
            assertThat(tables.planOf(newest.sql(), newest.values().toArray()))
                    .containsPattern("Index Scan.* using inquiry_day")
                    .doesNotContain("Seq Scan");
            var named = new Sought(
                    List.of(new SoughtWord("zirconium", List.of(new SupplierId("s7")), List.of(new BuyerId("b7")))),
                    "zirconium",
                    List.of());
            assertThat(Stream.of(sought, named)).allSatisfy(one -> {
                var byIndex = JdbcInquiryWords.byIndex("i.*", holds, conditions.matching(one, true), 0, 21);
                assertThat(tables.planOf(byIndex.sql(), byIndex.values().toArray()))
                        .contains("on inquiry_terms")
                        .doesNotContain("Seq Scan");
            });
            var mail = conditions.ofMail("<m7@mail>");
            assertThat(tables.planOf(
                            JdbcInquiryWords.OF_MAIL.formatted(mail.sql()),
                            Stream.concat(mail.values().stream(), Stream.of(9)).toArray()))
                    .contains("on thread_message_words");
        }
    }

    abstract static class Contract {

        final OwnTables tables;
        final WordConditions conditions;
        final JdbcInquirySearch search;
        final JdbcInquiryWords words;
        private final JdbcInquiries inquiries;
        private int number;

        Contract(OwnTables tables) {
            this.tables = tables;
            this.conditions = new WordConditions(tables.template());
            this.search = new JdbcInquirySearch(tables.jdbc(), conditions);
            this.words = new JdbcInquiryWords(tables.jdbc(), search, conditions, Clock.fixed(NOON, ZoneOffset.UTC));
            this.inquiries = new JdbcInquiries(tables.jdbc(), tables.rows());
            tables.marketplaceWith("s1", "s2", "s7");
        }

        @Test
        @DisplayName(
                "finds by beginnings of words of subject, id and buyer's id, in any case, all of them, the newest first")
        void words() {
            add("QP-1001", "acme-buyer", "s1", "Cooling PUMP for a ship");
            add("i2", "Jane Doe", "s2", "Pumps & Kühlung");
            add("i3", "b3", "s1", null);

            assertThat(found("pum")).containsExactly("i2", "QP-1001");
            assertThat(found("PUMP cool")).containsExactly("QP-1001");
            assertThat(found("kuhl")).containsExactly("i2");
            assertThat(found("1001")).containsExactly("QP-1001");
            assertThat(found("qp-10")).containsExactly("QP-1001");
            assertThat(found("acm")).containsExactly("QP-1001");
            assertThat(found("doe jane")).containsExactly("i2");
            assertThat(found("ump")).isEmpty();
            assertThat(found("pump kuhl ship")).isEmpty();
            assertThat(found("a")).containsExactly("QP-1001");
            assertThat(found("for a")).containsExactly("QP-1001");
        }

        @Test
        @DisplayName(
                "finds by the beginning of a UUID, of the inquiry and of its buyer, to the last digit of its first group")
        void uuids() {
            add("1a2b3c4d-0000-4000-8000-000000000001", "5e6f7a8b-0000-4000-8000-000000000002", "s1", "pump");
            add("1a2b3c4e-0000-4000-8000-000000000003", "5e6f7a9c-0000-4000-8000-000000000004", "s1", "5e6f7a8");
            add("12345678-0000-4000-8000-000000000005", "1234567f-0000-4000-8000-000000000006", "s1", "abcdef12");
            var first = "1a2b3c4d-0000-4000-8000-000000000001";
            var second = "1a2b3c4e-0000-4000-8000-000000000003";
            var third = "12345678-0000-4000-8000-000000000005";

            for (var typed : List.of("1a2b3c4d", "1A2B3C4D", first, "5e6f7a8b", "1a2b3c4d 5e6f7a8b pump")) {
                assertThat(found(typed)).as(typed).containsExactly(first);
            }
            assertThat(found("1a2b3c4")).containsExactly(second, first);
            assertThat(found("1a2b3c4f")).isEmpty();
            assertThat(found("5e6f7a8")).containsExactly(second, first);
            assertThat(found("5e6f7a")).containsExactly(second, first);
            assertThat(found("5e6f7a8c")).isEmpty();
            assertThat(found("1234567")).containsExactly(third);
            assertThat(found("12345678")).containsExactly(third);
            assertThat(found("1234567f")).containsExactly(third);
            assertThat(found("12345679")).isEmpty();
            assertThat(found("abcdef12")).containsExactly(third);
            assertThat(found("abcdef1")).containsExactly(third);
            assertThat(buyers("5e6f7a8b")).containsExactly("5e6f7a8b-0000-4000-8000-000000000002");
            assertThat(buyers("5e6f7a8c")).isEmpty();
            assertThat(buyers("1a2b3c4d")).isEmpty();
        }

        @Test
        @DisplayName("finds by two Chinese characters, wherever they stand side by side")
        void chinese() {
            add("i1", "b1", "s1", "不锈钢离心泵 DN50");
            add("询盘-7", "b2", "s1", "阀门");

            assertThat(found("离心")).containsExactly("i1");
            assertThat(found("离心泵")).containsExactly("i1");
            assertThat(found("钢心")).isEmpty();
            assertThat(found("询盘")).containsExactly("询盘-7");
        }

        @Test
        @DisplayName("finds nothing by what has no word, and everything, the newest first, where nothing was typed")
        void nothing() {
            add("i1", "b1", "s1", "a");
            add("i2", "b1", "s1", "b");

            assertThat(List.of("%", "_", "'", "\\", "' | '", "😀"))
                    .allSatisfy(typed -> assertThat(found(typed)).isEmpty());
            assertThat(found("")).containsExactly("i2", "i1");
        }

        @Test
        @DisplayName("finds by a word where it is in the inquiry, or the inquiry is between those who are called so")
        void names() {
            add("i1", "b1", "s1", "pump");
            add("i2", "b2", "s2", "pump");
            add("i3", "b3", "s2", "flow meter");
            var pump = new SoughtWord("pump", List.of(), List.of());
            var flow = new SoughtWord("flow", List.of(new SupplierId("s1")), List.of(new BuyerId("b2")));

            assertThat(found(new Sought(List.of(flow), "flow", List.of()), ANY)).containsExactly("i3", "i2", "i1");
            assertThat(found(new Sought(List.of(flow, pump), "flow pump", List.of()), ANY))
                    .containsExactly("i2", "i1");
        }

        @Test
        @DisplayName("finds by an id that has no word, and what else was named; of others' nothing")
        void named() {
            add("✓", "✗", "s1", "pump");
            add("i2", "b2", "s2", "x");
            var own = Wanted.builder().supplier(new SupplierId("s2")).build();

            assertThat(found("✓")).containsExactly("✓");
            assertThat(found("✗")).containsExactly("✓");
            assertThat(found(new Sought(List.of(), "y", List.of(new InquiryId("i2"), new InquiryId("✓"))), own))
                    .containsExactly("i2");
            assertThat(found(sought("pump"), own)).isEmpty();
        }

        @Test
        @DisplayName("gives a part at a time, in which none is twice")
        void parts() {
            for (var i = 0; i < 5; i++) {
                add("p" + i, "b", "s1", "pump");
            }
            assertThat(words.find(sought("pump"), ANY, Narrowing.NONE, 1, 2))
                    .extracting(one -> one.id().value())
                    .containsExactly("p3", "p2");
            assertThat(words.find(sought("pump"), ANY, Narrowing.NONE, 4, 2))
                    .extracting(one -> one.id().value())
                    .containsExactly("p0");
        }

        @Test
        @DisplayName(
                "names inquiries by beginnings of words of a Message-ID, in any case, and by the very id of a fact")
        void mails() {
            var first = add("i1", "b1", "s1", null);
            var second = add("i2", "b2", "s2", null);
            inquiries.addToThread("<CAF-4711.x@Mail.Ningbo.example>", first.id());
            inquiries.addToThread("plain$77@mail.other.example", second.id());
            tables.jdbc()
                    .sql(
                            """
                            insert into hourglass.fact (id, track, case_id, kind, channel, occurred_at, recorded_at, textless,
                                late, content_hash)
                            values ('Reply-1', 'INQUIRY', 'i2', 'REPLIED', 'WEB', current_timestamp, current_timestamp, false,
                                false, 'x')""")
                    .update();
            tables.jdbc()
                    .sql(
                            """
                            insert into hourglass.fact (id, track, case_id, kind, channel, occurred_at, recorded_at, textless,
                                late, content_hash)
                            values ('Reply-2', 'OTHER', 'i2', 'REPLIED', 'WEB', current_timestamp, current_timestamp, false,
                                false, 'x')""")
                    .update();

            assertThat(named("<caf-4711.X@mail.ningbo.example>", ANY)).containsExactly("i1");
            assertThat(named("471", ANY)).containsExactly("i1");
            assertThat(named("ningbo.ex", ANY)).containsExactly("i1");
            assertThat(named("mail", ANY)).containsExactlyInAnyOrder("i1", "i2");
            assertThat(named("711", ANY)).isEmpty();
            assertThat(named("%", ANY)).isEmpty();
            assertThat(named("Reply-1", ANY)).containsExactly("i2");
            assertThat(named("Reply-2", ANY)).isEmpty();
            assertThat(named(
                            "mail",
                            Wanted.builder().supplier(new SupplierId("s1")).build()))
                    .containsExactly("i1");
            assertThat(named(
                            "Reply-1", Wanted.builder().buyer(new BuyerId("b1")).build()))
                    .isEmpty();
            assertThat(words.named("mail", ANY, 1)).hasSize(1);
        }

        @Test
        @DisplayName("finds buyers by words of their id, not of what they wrote; whose newest inquiry is newest first")
        void buyers() {
            add("i1", "acme-1", "s1", "pump");
            add("i2", "acme-2", "s1", "pump");
            add("i3", "other", "s1", "acme pump");
            add("i4", "acme-1", "s2", null);

            assertThat(buyers("ACME")).containsExactly("acme-1", "acme-2");
            assertThat(buyers("acme 2")).containsExactly("acme-2");
            assertThat(buyers("pump")).isEmpty();
            assertThat(buyers("")).containsExactly("acme-1", "other", "acme-2");
            assertThat(words.inquiriesOf(List.of(new BuyerId("acme-1"), new BuyerId("nobody"))))
                    .containsOnlyKeys(new BuyerId("acme-1"))
                    .containsEntry(new BuyerId("acme-1"), 2);
        }

        @Test
        @DisplayName("finds an erased buyer's inquiry by no word of then, and by its id and its pseudonym still")
        void erased() {
            add("Jane-7", "Jane Doe", "s1", "ring me about pumps");
            inquiries.rename(new BuyerId("Jane Doe"), new BuyerId("P-s"));

            assertThat(Stream.of("jan", "doe", "ring", "pumps", "7", "Jane Doe"))
                    .allSatisfy(typed -> assertThat(found(typed)).isEmpty());
            assertThat(found("Jane-7")).containsExactly("Jane-7");
            assertThat(found("P-s")).containsExactly("Jane-7");
            assertThat(buyers("jane")).isEmpty();
            assertThat(buyers("P-s")).containsExactly("P-s");
            assertThat(tables.jdbc()
                            .sql("select terms from hourglass.inquiry")
                            .query(String.class)
                            .single())
                    .isEmpty();
        }

        @Test
        @DisplayName(
                "narrows the list to those whose last entry has a state, to those without one in time, and to some")
        void narrowed() {
            add("met", "b1", "s1", "pump");
            add("missed", "b2", "s1", "pump");
            add("waits", "b3", "s2", "pump");
            book("met", "s1", 1, "UNANSWERED");
            book("met", "s1", 2, "TIMELY");
            book("missed", "s1", 1, "UNANSWERED");

            assertThat(narrowed("", InquiryState.TIMELY)).containsExactly("met");
            assertThat(narrowed("pump", InquiryState.UNANSWERED)).containsExactly("missed");
            assertThat(narrowed("pump", InquiryState.PENDING)).containsExactly("waits");
            assertThat(narrowed("", InquiryState.LATE)).isEmpty();
            var among = new Narrowing(null, List.of(new InquiryId("met"), new InquiryId("none")));
            assertThat(ids(words.find(sought("pump"), ANY, among, 0, 9))).containsExactly("met");
            assertThat(ids(words.find(Sought.ANYTHING, ANY, among, 0, 9))).containsExactly("met");
            assertThat(words.booked(DAY, null))
                    .isEqualTo(Map.of(InquiryState.TIMELY, 1, InquiryState.UNANSWERED, 1, InquiryState.PENDING, 1));
            assertThat(words.booked(DAY, new SupplierId("s2"))).isEqualTo(Map.of(InquiryState.PENDING, 1));
            assertThat(words.booked(DAY.plusDays(1), null)).isEmpty();
        }

        private List<String> narrowed(String typed, InquiryState state) {
            var sought = typed.isEmpty() ? Sought.ANYTHING : sought(typed);
            return ids(words.find(sought, ANY, new Narrowing(state, null), 0, 9));
        }

        private void book(String inquiry, String supplier, int seq, String state) {
            tables.jdbc()
                    .sql(
                            """
                            insert into hourglass.verdict_entry (case_id, track, seq, subject, received_day, state, rule,
                                policy_version, cause, cause_ref, booked_at)
                            values (?, 'INQUIRY', ?, ?, ?, ?, 'R', 1, 'FACT', 'f', current_timestamp)""")
                    .params(inquiry, seq, supplier, DAY, state)
                    .update();
        }

        /** Eight thousand, of which every hundredth is to the supplier s7 and of the buyer b7. */
        void many() {
            tables.jdbc()
                    .sql(
                            """
                            insert into hourglass.inquiry (id, buyer, supplier, channel, received_at, recorded_at, received_day,
                                policy_version, reply_due_at, terms)
                            select 'i' || n, case mod(n, 100) when 0 then 'b7' else 'b' || n end,
                                case mod(n, 100) when 0 then 's7' else 's1' end, 'WEB',
                                timestamp with time zone '2026-03-10 04:00:00+00' - n / 60 * interval '1' day,
                                timestamp with time zone '2026-03-10 04:00:00+00',
                                cast(timestamp '2026-03-10 12:00:00' - n / 60 * interval '1' day as date), 1,
                                timestamp with time zone '2026-03-13 04:00:00+00', 'i ' || n || ' @b ' || n || ' pump of steel'
                            from unnest(cast(? as integer array)) as t(n)""")
                    .param(numbers(8000))
                    .update();
            tables.jdbc()
                    .sql(
                            """
                            insert into hourglass.thread_message (message_id, inquiry)
                            select '<m' || n || '@mail>', 'i' || n from unnest(cast(? as integer array)) as t(n)""")
                    .param(numbers(8000))
                    .update();
            tables.jdbc().sql("analyze").update();
        }

        private static SqlArrayValue numbers(int count) {
            return new SqlArrayValue(
                    "integer", Stream.iterate(1, n -> n + 1).limit(count).toArray());
        }

        static Sought sought(String typed) {
            return new Sought(
                    SearchTerms.words(typed).stream()
                            .map(word -> new SoughtWord(word, List.of(), List.of()))
                            .toList(),
                    typed,
                    List.of());
        }

        private List<String> found(String typed) {
            return found(sought(typed), ANY);
        }

        /** Also by the index alone, where there is one: it is asked only when the newest do not suffice. */
        private List<String> found(Sought sought, Wanted wanted) {
            var found = ids(words.find(sought, wanted, Narrowing.NONE, 0, 100));
            assertThat(ids(words.find(sought, wanted, Narrowing.NONE, 0, Math.max(1, found.size()))))
                    .isEqualTo(found);
            return found;
        }

        private static List<String> ids(List<Inquiry> inquiries) {
            return inquiries.stream().map(one -> one.id().value()).toList();
        }

        private List<String> named(String typed, Wanted wanted) {
            return words.named(typed, wanted, 9).stream().map(InquiryId::value).toList();
        }

        private List<String> buyers(String typed) {
            return words.buyers(SearchTerms.words(typed), typed, 50).stream()
                    .map(BuyerId::value)
                    .toList();
        }

        /** A second later than the one before. */
        private Inquiry add(String id, String buyer, String supplier, @Nullable String subject) {
            var at = NOON.plusSeconds(number++);
            var inquiry = Inquiry.builder()
                    .id(new InquiryId(id))
                    .buyer(new BuyerId(buyer))
                    .supplier(new SupplierId(supplier))
                    .channel(Channel.WEB)
                    .receivedAt(at)
                    .recordedAt(at)
                    .day(DAY)
                    .policyVersion(1)
                    .build();
            inquiries.add(inquiry, at.plus(Duration.ofDays(3)), subject);
            return inquiry;
        }
    }
}
