package io.hourglass.inquiry.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.OwnTables;
import io.hourglass.inquiry.Inquiry;
import io.hourglass.inquiry.reading.InquirySearch.Wanted;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.SqlArrayValue;

@DisplayName("The search for inquiries")
class InquirySearchContractTest {

    private static final LocalDate LAST = LocalDate.of(2026, 3, 10);
    private static final Wanted BY_INQUIRY =
            Wanted.builder().inquiry(new InquiryId("i7")).build();
    private static final Wanted BY_FACT =
            Wanted.builder().fact(new FactId("f7")).build();
    private static final Wanted BY_MAIL = Wanted.builder().messageId("m7").build();
    private static final Wanted BY_BUYER =
            Wanted.builder().buyer(new BuyerId("b7")).build();
    private static final Wanted BY_SUPPLIER =
            Wanted.builder().supplier(new SupplierId("s7")).build();
    private static final Wanted BY_DAYS = Wanted.builder().from(LAST).to(LAST).build();

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

        @Test
        @DisplayName("reads no table as a whole, whatever is known of an inquiry")
        void plans() {
            tables.jdbc().sql("analyze").update();
            assertThat(Stream.of(BY_INQUIRY, BY_FACT, BY_MAIL, BY_BUYER, BY_SUPPLIER, BY_DAYS))
                    .allSatisfy(
                            wanted -> assertThat(plan(wanted)).contains("Index").doesNotContain("Seq Scan"));
        }

        private String plan(Wanted wanted) {
            var query = search.query(wanted, 0, 51);
            return String.join(
                    "\n",
                    tables.jdbc()
                            .sql("explain " + query.sql())
                            .params(query.values())
                            .query(String.class)
                            .list());
        }
    }

    abstract static class Contract {

        final OwnTables tables;
        final JdbcInquirySearch search;

        Contract(OwnTables tables) {
            this.tables = tables;
            this.search = new JdbcInquirySearch(tables.jdbc(), new WordConditions(tables.template()));
        }

        /** Six thousand of a hundred buyers to sixty suppliers over a hundred days, the last of them on LAST. */
        @BeforeEach
        void many() {
            tables.marketplaceWith(
                    Stream.iterate(0, i -> i + 1).limit(60).map(i -> "s" + i).toArray(String[]::new));
            var numbers = "unnest(cast(? as integer array)) as t(n)";
            var all = new SqlArrayValue(
                    "integer", Stream.iterate(0, i -> i + 1).limit(6000).toArray());
            tables.jdbc()
                    .sql(
                            """
                            insert into hourglass.inquiry (id, buyer, supplier, channel, category, received_at,
                                recorded_at, received_day, policy_version, reply_due_at)
                            select 'i' || n, 'b' || mod(n, 100), 's' || mod(n, 60), 'WEB', null,
                                timestamp with time zone '2026-03-10 04:00:00+00' - n / 60 * interval '1' day,
                                timestamp with time zone '2026-03-10 04:00:00+00',
                                cast(timestamp '2026-03-10 12:00:00' - n / 60 * interval '1' day as date), 1,
                                timestamp with time zone '2026-03-13 04:00:00+00' - n / 60 * interval '1' day
                            """
                                    + " from " + numbers)
                    .param(all)
                    .update();
            tables.jdbc()
                    .sql(
                            """
                            insert into hourglass.fact (id, track, case_id, kind, channel, occurred_at, recorded_at, textless,
                                late, content_hash)
                            select 'f' || n, 'INQUIRY', 'i' || n, 'REPLIED', 'WEB', timestamp with time zone '2026-03-10 04:00:00+00',
                                timestamp with time zone '2026-03-10 04:00:00+00', false, false, 'x'
                            """
                                    + " from " + numbers)
                    .param(all)
                    .update();
            tables.jdbc()
                    .sql("insert into hourglass.thread_message select 'm' || mod(n, 3000), 'i' || n from " + numbers)
                    .param(all)
                    .update();
        }

        private List<String> found(Wanted wanted) {
            return search.find(wanted, 0, 1000).stream()
                    .map(Inquiry::id)
                    .map(InquiryId::value)
                    .toList();
        }

        @Test
        @DisplayName("finds by whatever is known: id, fact, a mail of several threads, buyer, supplier, days")
        void found() {
            assertThat(found(BY_INQUIRY)).containsExactly("i7");
            assertThat(found(BY_FACT)).containsExactly("i7");
            assertThat(found(BY_MAIL)).containsExactly("i7", "i3007");
            assertThat(found(BY_BUYER)).hasSize(60).startsWith("i7", "i107");
            assertThat(found(BY_SUPPLIER)).hasSize(100).startsWith("i7", "i67");
            assertThat(found(BY_DAYS)).hasSize(60).startsWith("i0", "i1", "i10");
        }

        @Test
        @DisplayName("what is wanted must all hold, both ends of the days included")
        void all() {
            var both = Wanted.builder()
                    .supplier(new SupplierId("s7"))
                    .from(LAST.minusDays(2))
                    .to(LAST.minusDays(1))
                    .build();
            assertThat(found(both)).containsExactly("i67", "i127");
            assertThat(found(Wanted.builder()
                            .inquiry(new InquiryId("i7"))
                            .buyer(new BuyerId("b8"))
                            .build()))
                    .isEmpty();
        }

        @Test
        @DisplayName("the newest come first, and what is left out at the top is not given")
        void pages() {
            assertThat(search.find(BY_SUPPLIER, 1, 2))
                    .extracting(one -> one.id().value())
                    .containsExactly("i67", "i127");
        }

        @Test
        @DisplayName("the mails of an inquiry's thread are known")
        void thread() {
            var inquiries = new JdbcInquiries(tables.jdbc(), tables.rows());
            assertThat(inquiries.threadOf(new InquiryId("i3007"))).containsExactly("m7");
            assertThat(inquiries.threadOf(new InquiryId("none"))).isEmpty();
        }
    }
}
