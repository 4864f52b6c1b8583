package io.hourglass.inquiry.jdbc;

import static io.hourglass.OwnTables.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.OwnTables;
import io.hourglass.inquiry.Inquiries;
import io.hourglass.inquiry.Inquiries.MailOfPair;
import io.hourglass.inquiry.Inquiries.PairInReach;
import io.hourglass.inquiry.Inquiries.Tied;
import io.hourglass.inquiry.Inquiry;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.time.UtcColumn;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.support.SqlArrayValue;

@DisplayName("Inquiries")
class InquiriesContractTest {

    @Nested
    @DisplayName("on H2")
    class OnH2 extends Contract {
        OnH2() {
            super(OwnTables.onH2());
        }

        @Override
        String byDaysOfSupplier() {
            return "INQUIRY_SUPPLIER_NEWEST: [^*]*RECEIVED_DAY";
        }
    }

    @Nested
    @DisplayName("on PostgreSQL")
    class OnPostgres extends Contract {
        OnPostgres() {
            super(OwnTables.onPostgres());
        }

        @Override
        String byDaysOfSupplier() {
            return "inquiry_supplier_newest[^\\n]*\n *Index Cond: .*received_day";
        }
    }

    abstract static class Contract {

        private static final BuyerId BUYER = new BuyerId("买家-1");
        private static final SupplierId SUPPLIER = new SupplierId("lieferant-ß");
        private static final SupplierId OTHER_SUPPLIER = new SupplierId("other");
        private static final Duration REPLY_WITHIN = Duration.ofDays(3);
        private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

        private final OwnTables tables;
        private final Inquiries inquiries;

        Contract(OwnTables tables) {
            this.tables = tables;
            this.inquiries = new JdbcInquiries(tables.jdbc(), tables.rows());
            tables.marketplaceWith(SUPPLIER.value(), OTHER_SUPPLIER.value());
        }

        @Test
        @DisplayName("those of a buyer are found from an instant on and before another, whoever got them")
        void ofBuyer() {
            add("early", BUYER, SUPPLIER, NOON.minusMillis(1));
            add("first", BUYER, SUPPLIER, NOON);
            add("other", BUYER, OTHER_SUPPLIER, NOON.plusMillis(1));
            add("late", BUYER, SUPPLIER, NOON.plusMillis(2));
            add("another's", new BuyerId("b2"), SUPPLIER, NOON);

            assertThat(inquiries.ofBuyer(BUYER, NOON, NOON.plusMillis(2)))
                    .extracting(inquiry -> inquiry.id().value())
                    .containsExactlyInAnyOrder("first", "other");
        }

        @Test
        @DisplayName("an inquiry is found as it was added, to the millisecond")
        void roundTrip() {
            var inquiry = Inquiry.builder()
                    .id(new InquiryId("询盘/😀-1"))
                    .buyer(BUYER)
                    .supplier(SUPPLIER)
                    .channel(Channel.WEB)
                    .category("Lager/Kühlung")
                    .receivedAt(NOON)
                    .recordedAt(NOON.plusMillis(1))
                    .day(DAY)
                    .policyVersion(1)
                    .build();
            inquiries.add(inquiry, NOON, null);

            assertThat(inquiries.find(inquiry.id())).contains(inquiry);
            assertThat(tables.inTransaction(() -> inquiries.lock(inquiry.id()))).contains(inquiry);
            assertThat(inquiries.find(new InquiryId("询盘/😀-2"))).isEmpty();
            assertThat(tables.inTransaction(() -> inquiries.lock(new InquiryId("询盘/😀-2"))))
                    .isEmpty();
        }

        @Test
        @DisplayName("an inquiry of a known id cannot be added, and what is known stays")
        void onlyOnce() {
            var first = add("i", BUYER, SUPPLIER, NOON);

            assertThatThrownBy(() -> add("i", BUYER, OTHER_SUPPLIER, NOON)).isInstanceOf(DuplicateKeyException.class);
            assertThat(inquiries.find(first.id())).contains(first);
            assertThat(inquiries.count()).isEqualTo(1);
        }

        @Test
        @DisplayName("an inquiry that its pair turns out to have already, from another node, is a known id at once")
        void addedElsewhere() {
            var pair = new PairInReach(BUYER, SUPPLIER, NOON, NOON.plusMillis(1000));
            var first = add("i", BUYER, SUPPLIER, NOON);

            assertThatThrownBy(() -> tables.inTransaction(() -> {
                        assertThat(inquiries.ofPairs(List.of(pair)).get(pair)).containsExactly(first);
                        return add("i", BUYER, SUPPLIER, NOON);
                    }))
                    .isInstanceOf(DuplicateKeyException.class)
                    .hasMessageContaining("just been added elsewhere");
            assertThat(inquiries.count()).isEqualTo(1);
        }

        @Test
        @DisplayName("who locks an inquiry holds it until the transaction ends")
        void lock() {
            var held = add("i", BUYER, SUPPLIER, NOON);

            tables.assertHeldUntilTheTransactionEnds(() -> inquiries.lock(held.id()));
        }

        @Test
        @DisplayName("a pair's inquiries lie in the half-open range from its start up to, and without, its end")
        void pairInRange() {
            add("before", BUYER, SUPPLIER, NOON.minusMillis(1));
            var first = add("first", BUYER, SUPPLIER, NOON);
            var last = add("last", BUYER, SUPPLIER, NOON.plusMillis(999));
            add("at the end", BUYER, SUPPLIER, NOON.plusMillis(1000));
            var otherSupplier = add("other supplier", BUYER, OTHER_SUPPLIER, NOON);
            add("other buyer", new BuyerId("买家-2"), SUPPLIER, NOON);

            var pair = new PairInReach(BUYER, SUPPLIER, NOON, NOON.plusMillis(1000));
            var longer = new PairInReach(BUYER, OTHER_SUPPLIER, NOON.minusMillis(5), NOON.plusMillis(5));
            var nobody = new PairInReach(new BuyerId("nobody"), SUPPLIER, NOON, NOON.plusMillis(1000));

            var pairs = inquiries.ofPairs(List.of(pair, longer, nobody));
            assertThat(pairs.get(pair)).containsExactlyInAnyOrder(first, last);
            assertThat(pairs.get(longer)).containsExactly(otherSupplier);
            assertThat(pairs.getOrDefault(nobody, List.of())).isEmpty();
        }

        @Test
        @DisplayName(
                "within a transaction a pair has the inquiry that was just added, whether or not it was asked before")
        void ownInquiry() {
            var pair = new PairInReach(BUYER, SUPPLIER, NOON, NOON.plusMillis(1000));
            tables.inTransaction(() -> {
                var first = add("first", BUYER, SUPPLIER, NOON);
                assertThat(inquiries.ofPairs(List.of(pair)).get(pair)).containsExactly(first);
                var second = add("second", BUYER, SUPPLIER, NOON);
                add("elsewhere", BUYER, OTHER_SUPPLIER, NOON);
                assertThat(inquiries.ofPairs(List.of(pair)).get(pair)).containsExactly(first, second);
                assertThat(inquiries.lock(second.id())).contains(second);
                return true;
            });
            assertThat(inquiries.count()).isEqualTo(3);
        }

        @Test
        @DisplayName("the pairs of a day bring their inquiries of neighbouring days, and pairs without one bring none")
        void pairsOnDay() {
            var dayBefore = NOON.minusSeconds(86_400);
            var other = new BuyerId("other");
            var early = add("early", BUYER, SUPPLIER, dayBefore, DAY.minusDays(1));
            var onDay = add("on the day", BUYER, SUPPLIER, NOON);
            var alone = add("alone", other, OTHER_SUPPLIER, NOON);
            add("not that day", other, SUPPLIER, dayBefore, DAY.minusDays(1));
            add("out of range", BUYER, SUPPLIER, NOON.plusMillis(1));

            assertThat(inquiries.ofPairsOn(DAY, dayBefore, NOON.plusMillis(1)))
                    .containsExactlyInAnyOrder(early, onDay, alone);
        }

        @Test
        @DisplayName("a supplier's inquiries lie in a half-open range too")
        void supplierInRange() {
            add("before", BUYER, SUPPLIER, NOON.minusMillis(1));
            var first = add("first", BUYER, SUPPLIER, NOON);
            add("at the end", BUYER, SUPPLIER, NOON.plusMillis(1));
            add("other", BUYER, OTHER_SUPPLIER, NOON);

            assertThat(inquiries.ofSupplier(SUPPLIER, NOON, NOON.plusMillis(1))).containsExactly(first);
        }

        @Test
        @DisplayName(
                "a supplier's earliest receipt with a deadline ahead is of an inquiry due after the instant, not at it")
        void firstReceiptDue() {
            add("first", BUYER, SUPPLIER, NOON);
            add("second", BUYER, SUPPLIER, NOON.plusMillis(1));
            add("other", BUYER, OTHER_SUPPLIER, NOON.plusMillis(2));
            var due = NOON.plus(REPLY_WITHIN);

            assertThat(inquiries.firstReceiptDueAfter(due.minusMillis(1), SUPPLIER, DAY))
                    .contains(NOON);
            assertThat(inquiries.firstReceiptDueAfter(due, SUPPLIER, DAY)).contains(NOON.plusMillis(1));
            assertThat(inquiries.firstReceiptDueAfter(due.plusMillis(1), SUPPLIER, DAY))
                    .isEmpty();
        }

        private static final String OF_DAYS_BEFORE_AND_OF_OTHERS =
                """
                insert into hourglass.inquiry (id, buyer, supplier, channel, received_at, recorded_at, received_day,
                    policy_version, reply_due_at)
                select id || n, buyer || n, supplier, channel,
                    received_at - case id when 'one' then n else 0 end * interval '1' day, recorded_at,
                    received_day - case id when 'one' then n else 0 end, policy_version,
                    reply_due_at - case id when 'one' then n else 0 end * interval '1' day
                from hourglass.inquiry, unnest(cast(? as integer array)) as t(n) where id = 'other' or (id = 'one' and n <= 200)""";

        /** As it stands in the plan. */
        abstract String byDaysOfSupplier();

        @Test
        @DisplayName("a supplier's are found by their days: history before them is not read")
        void plans() {
            var noon = UtcColumn.of(NOON);
            var id = SUPPLIER.value();
            add("one", BUYER, SUPPLIER, NOON);
            add("other", BUYER, OTHER_SUPPLIER, NOON);
            tables.jdbc()
                    .sql(OF_DAYS_BEFORE_AND_OF_OTHERS)
                    .param(new SqlArrayValue(
                            "integer", Stream.iterate(1, n -> n + 1).limit(2000).toArray()))
                    .update();
            tables.jdbc().sql("analyze").update();
            var ids = new SqlArrayValue("varchar", id);
            assertThat(List.of(
                            tables.planOf(JdbcInquiries.OF_SUPPLIER, id, DAY, noon, noon),
                            tables.planOf(JdbcInquiries.FIRST_RECEIPT_DUE_AFTER, id, DAY, noon),
                            tables.planOf(JdbcDealings.OPEN, ids, DAY, noon, ids)))
                    .allSatisfy(plan -> assertThat(plan).containsPattern(byDaysOfSupplier()));
        }

        @Test
        @DisplayName("a mail belongs to a thread for its buyer and supplier alone; to note it twice changes nothing")
        void threads() {
            var toOne = add("to one", BUYER, SUPPLIER, NOON);
            var toOther = add("to the other", BUYER, OTHER_SUPPLIER, NOON);
            for (var inquiry : new Inquiry[] {toOne, toOne, toOther}) {
                inquiries.addToThread("<é@mail>", inquiry.id());
            }

            assertThat(inquiries.threadOf(toOne.id())).containsExactly("<é@mail>");
            assertThat(inquiries.threadOf(toOther.id())).containsExactly("<é@mail>");
            assertThat(tables.rowsOf("thread_message")).isEqualTo(2);
        }

        @Test
        @DisplayName("a mail ties the inquiries of its buyer and supplier alone; to note it twice changes nothing")
        void ties() {
            var first = add("first", BUYER, SUPPLIER, NOON);
            var second = add("second", BUYER, SUPPLIER, NOON.plusSeconds(900_000));
            var toOther = add("to the other", BUYER, OTHER_SUPPLIER, NOON);
            for (var inquiry : new Inquiry[] {first, second, first, toOther}) {
                inquiries.tie(inquiry, List.of("hash-1", "hash-2"));
            }
            var mail = new MailOfPair(BUYER, SUPPLIER, "hash-1");
            var others = new MailOfPair(new BuyerId("b"), SUPPLIER, "hash-1");
            var unknown = new MailOfPair(BUYER, SUPPLIER, "hash-3");

            var tied = inquiries.tiedBy(List.of(mail, others, unknown));
            assertThat(tied.get(mail)).extracting(Tied::inquiry).containsExactlyInAnyOrder(first, second);
            assertThat(tied.get(mail)).noneMatch(Tied::former);
            assertThat(tied.getOrDefault(others, List.of())).isEmpty();
            assertThat(tied).doesNotContainKey(unknown);
            assertThat(tables.rowsOf("mail_tie")).isEqualTo(6);
        }

        @Test
        @DisplayName("a mail that is noted in a transaction ties at once, whether or not it was asked for before")
        void tiedAtOnce() {
            var first = add("first", BUYER, SUPPLIER, NOON);
            var mail = new MailOfPair(BUYER, SUPPLIER, "hash");
            var later = new MailOfPair(BUYER, SUPPLIER, "later");
            var found = tables.inTransaction(() -> {
                assertThat(inquiries.tiedBy(List.of(mail))).isEmpty();
                inquiries.tie(first, List.of("hash", "later"));
                return inquiries.tiedBy(List.of(mail, later));
            });
            assertThat(found.keySet()).containsExactlyInAnyOrder(mail, later);
        }

        @Test
        @DisplayName("a person's finding is told with the inquiry that it names")
        void found() {
            var first = add("first", BUYER, SUPPLIER, NOON);
            assertThat(first.found()).isFalse();
            inquiries.markFound(first.id());
            assertThat(inquiries.find(first.id()).orElseThrow().found()).isTrue();
        }

        @Test
        @DisplayName("a buyer's inquiries go on under another id, without the threads of its mails")
        void renamed() {
            var first = add("b", BUYER, SUPPLIER, NOON);
            var second = add("a", BUYER, OTHER_SUPPLIER, NOON);
            var others = add("c", new BuyerId("other"), SUPPLIER, NOON);
            inquiries.addToThread("<m>", first.id());
            inquiries.addToThread("<m>", others.id());
            assertThat(inquiries.of(BUYER)).containsExactly(second.id(), first.id());
            inquiries.rename(BUYER, new BuyerId("P"));

            assertThat(inquiries.of(BUYER)).isEmpty();
            assertThat(inquiries.of(new BuyerId("P"))).containsExactly(second.id(), first.id());
            assertThat(inquiries.find(others.id())).contains(others);
            assertThat(tables.rowsOf("thread_message")).isEqualTo(1);
        }

        private Inquiry add(String id, BuyerId buyer, SupplierId supplier, Instant receivedAt) {
            return add(id, buyer, supplier, receivedAt, DAY);
        }

        private Inquiry add(String id, BuyerId buyer, SupplierId supplier, Instant receivedAt, LocalDate day) {
            var inquiry = Inquiry.builder()
                    .id(new InquiryId(id))
                    .buyer(buyer)
                    .supplier(supplier)
                    .channel(Channel.WEB)
                    .receivedAt(receivedAt)
                    .recordedAt(receivedAt)
                    .day(day)
                    .policyVersion(1)
                    .build();
            inquiries.add(inquiry, receivedAt.plus(REPLY_WITHIN), null);
            return inquiry;
        }
    }
}
